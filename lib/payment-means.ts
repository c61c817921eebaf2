import { formatIban } from "./written-identifiers";

/** What happens on the due date: the seller collects (debit), the buyer pays (transfer), or the file does not say. */
export const PAYMENT_WAYS = ["debit", "transfer", "unknown"] as const;
export type PaymentWay = (typeof PAYMENT_WAYS)[number];

/** UNTDID 4461: direct debit, SEPA direct debit. */
const DEBITS = new Set(["49", "59"]);
/** UNTDID 4461: credit transfer, payment to bank account, home-banking credit transfer, SEPA credit transfer. */
const TRANSFERS = new Set(["30", "42", "45", "58"]);

/** How a document with this payment means (BT-81) is paid; nobody collects or pays a credit note. */
export function paymentWay({
  type,
  paymentMeans,
}: {
  type: "invoice" | "credit_note";
  paymentMeans: string | null;
}): PaymentWay {
  if (type === "credit_note" || paymentMeans === null) return "unknown";
  if (DEBITS.has(paymentMeans)) return "debit";
  return TRANSFERS.has(paymentMeans) ? "transfer" : "unknown";
}

/** The account to which the buyer pays (BT-84), usually an IBAN; null when the document asks for no transfer. */
export function transferAccount(document: {
  type: "invoice" | "credit_note";
  paymentMeans: string | null;
  paymentAccount: string | null;
}): string | null {
  return paymentWay(document) === "transfer" ? document.paymentAccount : null;
}

/** Writes the account to which the buyer pays for people, an IBAN in groups of four; null as in `transferAccount`. */
export function writtenAccount(document: Parameters<typeof transferAccount>[0]): string | null {
  const account = transferAccount(document);
  return account && formatIban(account);
}
