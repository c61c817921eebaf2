import { z } from "zod";
import { LOCALES } from "@/lib/languages";
import { PAYMENT_WAYS } from "@/lib/payment-means";
import { PREFERENCES } from "@/lib/preferences";
import { QUESTION_TOPICS, REQUEST_KINDS } from "@/lib/request-choices";
import { CUSTOMER_ROLES } from "@/lib/roles";
import { TRADE_TERMS } from "@/lib/trade-words";

/** The sending supplier, as it was when the mail was queued. */
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
  /** Absent, like the words, in mails that older versions queued. */
  logo: z.object({ sha256: z.string(), width: z.number(), height: z.number() }).nullable().default(null),
  tradeWords: z
    .partialRecord(
      z.enum(LOCALES),
      z.partialRecord(z.enum(TRADE_TERMS), z.object({ one: z.string(), other: z.string() })),
    )
    .default({}),
});

export type MailSupplier = z.infer<typeof mailSupplierSchema>;

/** The account of a mail. */
export const queuedAccount = z.object({ companyName: z.string(), customerNumber: z.string() });

/** An account with one of its identifiers. The customer number is empty for a supplier's staff. */
export const identifiedAccount = queuedAccount.extend({ identifier: z.string() });

export type IdentifiedAccount = z.infer<typeof identifiedAccount>;

export const documentType = z.enum(["invoice", "credit_note"]);

/** How the invoice is paid; absent in mails that older versions queued. */
const queuedPayment = z
  .object({ way: z.enum(PAYMENT_WAYS), account: z.string().nullable() })
  .default({ way: "unknown", account: null });

/** The data of an invoice shown in its mail; the amount is a decimal string with the original's sign. */
export const queuedDocument = z.object({
  invoiceId: z.guid(),
  type: documentType,
  number: z.string(),
  issuedOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  payment: queuedPayment,
  currency: z.string(),
  totalWithVat: z.string(),
  contracts: z.array(z.string()),
  vehicles: z.array(z.string()),
  keptUntil: z.iso.date(),
});

export type QueuedDocument = z.infer<typeof queuedDocument>;

/** A direct link, whose secret is derived from its id, with its last valid day. */
export const queuedLink = z.object({ id: z.guid(), until: z.iso.date() });

export type QueuedLink = z.infer<typeof queuedLink>;

/** The file of an invoice. It is not attached when it exceeds the supplier's limit. */
export const queuedOriginal = z.object({
  storageKey: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative(),
  isAttached: z.boolean(),
});

export type QueuedOriginal = z.infer<typeof queuedOriginal>;

export const preference = z.enum(PREFERENCES);

/** A customer's request to its adviser; parts that are not requested are null. */
export const queuedRequest = z.object({
  address: z.string().nullable(),
  preference: preference.nullable(),
  document: z.object({ number: z.string(), issuedOn: z.iso.date().nullable() }).nullable(),
  message: z.array(z.string()).readonly(),
});

/** What a request is about, in a few words. */
export const queuedRequestSubject = z.object({
  kind: z.enum(REQUEST_KINDS),
  topic: z.enum(QUESTION_TOPICS).nullable(),
  /** The number of the invoice or of the document asked for. */
  document: z.string().nullable(),
  /** Absent in mails that older versions queued. */
  contract: z.string().nullable().default(null),
  vehicle: z.string().nullable().default(null),
});

/** The user who asked or wrote. */
export const queuedAsker = z.object({
  name: z.string(),
  identifier: z.string(),
  role: z.enum(CUSTOMER_ROLES),
  email: z.string().nullable(),
  isEmailProven: z.boolean(),
});
