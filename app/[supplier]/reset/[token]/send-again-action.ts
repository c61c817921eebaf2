"use server";

import { answerRecovery } from "@/app/[supplier]/recover/answer-recovery";
import { recoveringPlace } from "@/app/[supplier]/recover/recovering-place";
import { goTo } from "@/lib/actions/answer";
import { publicAction } from "@/lib/actions/wrappers";
import { openToken } from "@/lib/recovery/open-token";

/** Mails a new link instead of an expired or used one. The address comes from the old link, not from the form. */
export const sendAgainAction = publicAction({}, async (visitor, _typed, slug: string, token: string) => {
  const { path, supplier } = await recoveringPlace(slug);
  const opened = await openToken(supplier.id, token);
  if (opened.ok || opened.reason === "unknown") return goTo(`${path}/recover`);
  return answerRecovery(visitor, slug, opened.email);
});
