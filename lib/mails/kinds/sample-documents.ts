import { sampleInvoice } from "@/emails/sample-frame";

/** A credit note whose original states the amount without a minus sign. */
export const sampleCreditNote = {
  ...sampleInvoice,
  type: "credit_note",
  number: "AV-2026-0413",
  dueOn: null,
  payment: { way: "unknown", account: null },
  totalWithVat: "154.80",
} as const;

/** A request for a duplicate of an invoice removed from the portal. */
export const sampleDuplicateRequest = {
  address: null,
  preference: null,
  document: { number: "FT-2024-080112", issuedOn: "2024-08-30" },
  message: [],
} as const;
