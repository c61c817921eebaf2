"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { removedPath } from "@/lib/invoices/filter/invoice-paths";
import { findOwnRemoved } from "@/lib/invoices/one/find-own-removed";
import { recordRequest } from "@/lib/requests/record-request";
import { requireCustomer } from "@/lib/sign-in/session/current-session";

const text = z.string().max(10_000).catch("");
const form = z.object({ document: text, message: text, scope: z.enum(["own", "all"]).catch("own") });

/** Asks the adviser of the account a document has left, one of the person's own, for a duplicate of it. */
export async function askDuplicateAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  const { document: id, message, scope } = form.parse(Object.fromEntries(data));
  const wanted = await findOwnRemoved(session, id);
  if (!wanted) redirect("/invoices/removed");
  const { number, issuedOn } = wanted.document;
  const request = { kind: "duplicate", number, issuedOn, message } as const;
  const asked = await recordRequest(wanted.account.viewer, request);
  await leaveFlash("/invoices/removed", asked.ok ? { asked: id } : { refused: id });
  redirect(removedPath(number, scope));
}
