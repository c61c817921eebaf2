import { z } from "zod";
import { PREFERENCES } from "@/lib/preferences";

/** Who a mail comes from, as it was when the mail was queued. */
export const mailSupplierSchema = z.object({
  slug: z.string(),
  name: z.string(),
  brandColor: z.string(),
  senderName: z.string(),
  senderAddress: z.string(),
  replyTo: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  timeZone: z.string(),
});

export type MailSupplier = z.infer<typeof mailSupplierSchema>;

/** The account a mail is about. */
export const queuedAccount = z.object({ companyName: z.string(), customerNumber: z.string() });

/** An account with one of its identifiers. The customer number is empty for a supplier's staff. */
export const identifiedAccount = queuedAccount.extend({ identifier: z.string() });

export type IdentifiedAccount = z.infer<typeof identifiedAccount>;

export const documentType = z.enum(["invoice", "credit_note"]);

/** An invoice as its mail shows it; the amount is a decimal string with the original's sign. */
export const queuedDocument = z.object({
  invoiceId: z.guid(),
  type: documentType,
  number: z.string(),
  issuedOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  currency: z.string(),
  totalWithVat: z.string(),
  contracts: z.array(z.string()),
  vehicles: z.array(z.string()),
  keptUntil: z.iso.date(),
});

export type QueuedDocument = z.infer<typeof queuedDocument>;

/** A direct link, whose secret is derived from its id, and the last day on which it works. */
export const queuedLink = z.object({ id: z.guid(), until: z.iso.date() });

export type QueuedLink = z.infer<typeof queuedLink>;

/** The file of an invoice. It is not attached when it is larger than the supplier allows. */
export const queuedOriginal = z.object({
  storageKey: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative(),
  isAttached: z.boolean(),
});

export type QueuedOriginal = z.infer<typeof queuedOriginal>;

export const preference = z.enum(PREFERENCES);

/** What a customer asks of its adviser, null where nothing of that sort is asked. */
export const queuedRequest = z.object({
  address: z.string().nullable(),
  preference: preference.nullable(),
  document: z.object({ number: z.string(), issuedOn: z.iso.date().nullable() }).nullable(),
  message: z.array(z.string()).readonly(),
});
