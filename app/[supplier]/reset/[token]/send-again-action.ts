"use server";

import { notFound } from "next/navigation";
import { answerRecovery } from "@/app/[supplier]/recover/answer-recovery";
import { goTo } from "@/lib/actions/answer";
import { publicAction } from "@/lib/actions/wrappers";
import { openToken } from "@/lib/recovery/open-token";
import { findSupplier } from "@/lib/suppliers/find-supplier";

/** A new link to the address of one that expired or was used: the address comes from the link, not from the form. */
export const sendAgainAction = publicAction({}, async (visitor, _typed, slug: string, token: string) => {
  const supplier = (await findSupplier(slug)) ?? notFound();
  const opened = await openToken(supplier.id, token);
  if (opened.ok || opened.reason === "unknown") return goTo(`/${supplier.slug}/recover`);
  return answerRecovery(visitor, supplier.slug, opened.email);
});
