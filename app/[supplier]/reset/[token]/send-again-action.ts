"use server";

import { notFound } from "next/navigation";
import { answerRecovery } from "@/app/[supplier]/recover/answer-recovery";
import { goTo } from "@/lib/actions/answer";
import { publicAction } from "@/lib/actions/wrappers";
import { openToken } from "@/lib/recovery/open-token";
import { findSupplier } from "@/lib/suppliers/find-supplier";

/** Mails a new link instead of an expired or used one. The address comes from the old link, not from the form. */
export const sendAgainAction = publicAction({}, async (visitor, _typed, slug: string, token: string) => {
  const supplier = (await findSupplier(slug)) ?? notFound();
  const opened = await openToken(supplier.id, token);
  if (opened.ok || opened.reason === "unknown") return goTo(`/${supplier.slug}/recover`);
  return answerRecovery(visitor, supplier.slug, opened.email);
});
