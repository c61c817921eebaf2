"use server";

import { notFound, redirect } from "next/navigation";
import { answerRecovery } from "@/app/[supplier]/recover/answer-recovery";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { openToken } from "@/lib/recovery/open-token";
import { findSupplier } from "@/lib/suppliers/find-supplier";

/** A new link to the address of one that expired or was used: the address comes from the link, not from the form. */
export async function sendAgainAction(slug: string, secret: string): Promise<void> {
  await requireSameOrigin();
  const supplier = await findSupplier(slug);
  if (!supplier) notFound();
  const opened = await openToken(supplier.id, secret);
  if (opened.ok || opened.reason === "unknown") redirect(`/${supplier.slug}/recover`);
  await answerRecovery(supplier.slug, opened.email);
}
