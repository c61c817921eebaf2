import { whyNotNotified } from "@/lib/mails/mailable-account";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import type { Supplier } from "@/lib/suppliers/find-supplier";

/** The reason why the account gets no mail about its invoices, and the contact who can change that. */
export interface NoMailNotice {
  why: "none" | "paper";
  contact: { phone: string; email: string };
}

/** Returns the notice; null for an account that is notified of new invoices by mail (R18, R20, R22). */
export function noMailNotice(
  account: Pick<ReaderSession["account"], "channel" | "preference">,
  supplier: Pick<Supplier, "contactPhone" | "contactEmail">,
): NoMailNotice | null {
  const why = whyNotNotified(account);
  return why && { why, contact: { phone: supplier.contactPhone, email: supplier.contactEmail } };
}
