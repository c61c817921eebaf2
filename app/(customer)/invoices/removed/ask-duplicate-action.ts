"use server";

import { requireCustomer } from "@/lib/auth/current-session";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { findRemoved } from "@/lib/invoices/find-removed";
import { recordRequest } from "@/lib/requests/record-request";
import { redirect } from "next/navigation";
import { z } from "zod";

const text = z.string().max(10_000).catch("");
const form = z.object({ number: text, issuedOn: text, message: text });

/** Asks the adviser for a duplicate of a document that has left; its number is one the account really had. */
export async function askDuplicateAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireCustomer();
  const { number, issuedOn, message } = form.parse(Object.fromEntries(data));
  const documents = await findRemoved(viewer, number);
  const wanted = documents.find((document) => document.issuedOn === issuedOn) ?? documents[0];
  if (!wanted) redirect("/invoices/removed");
  const asked = await recordRequest(viewer, {
    kind: "duplicate",
    number: wanted.number,
    issuedOn: wanted.issuedOn,
    message,
  });
  await leaveFlash("/invoices/removed", asked.ok ? { asked: "yes" } : { refused: asked.reason });
  redirect(`/invoices/removed?${new URLSearchParams({ number: wanted.number })}`);
}
