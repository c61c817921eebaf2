import { z } from "zod";
import type { MailReason } from "@/db/schema/mail-reasons";
import { parseJson } from "@/lib/http/parse-json";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { cleanText } from "@/lib/mails/writing/clean-props";
import type { DeliveryEvent } from "./delivery-event";

const envelope = z.object({ type: z.string(), data: z.object({}).loose() });
const diagnoses = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const aboutMail = z.object({
  email_id: z.string().min(1).max(200),
  to: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
  from: z.string().optional(),
  bounce: z
    .object({ type: z.string(), subType: z.string(), message: z.string(), diagnosticCode: diagnoses })
    .partial()
    .optional(),
});

export type ParsedEvent =
  | { ok: true; event: Omit<DeliveryEvent, "id"> }
  /** Not about a delivery: opens, clicks, contacts, and event types added in the future. */
  | { ok: false; reason: "irrelevant" }
  | { ok: false; reason: "malformed" };

type Delivery = Pick<DeliveryEvent, "state" | "reason" | "addressState">;

/**
 * Parses a webhook event of Resend about one mail (https://resend.com/docs/webhooks/event-types). A bounce that is
 * not permanent, such as a full mailbox, does not change the state of the address. The provider's suppression list is
 * shared by all suppliers, so an address on it may have bounced for another supplier only.
 *
 * `to` is the recipient of the mail, even when the mail was refused by another mailbox to which the recipient forwards.
 * The server's answer then names that other mailbox, and the event is about that mailbox only.
 */
export function parseResendEvent(body: Uint8Array): ParsedEvent {
  const parsed = envelope.safeParse(parseJson(body));
  if (!parsed.success) return { ok: false, reason: "malformed" };
  const { type, data } = parsed.data;
  if (!DELIVERIES.has(type) && type !== "email.bounced") return { ok: false, reason: "irrelevant" };
  const mail = aboutMail.safeParse(data);
  if (!mail.success) return { ok: false, reason: "malformed" };
  const { bounce, to, from } = mail.data;
  const delivery = DELIVERIES.get(type) ?? bounced(bounce?.type ?? "", bounce?.subType ?? "");
  const addressees = to && to.length > 0 ? to.slice(0, MAX_RECIPIENTS).map(addressIn) : null;
  const diagnosis = bounce?.diagnosticCode ?? [];
  const refused = refusedMailboxes([...diagnosis, bounce?.message ?? ""], from);
  const isForwarded = addressees && refused.length > 0 && !refused.some((one) => addressees.includes(one));
  const recipients = isForwarded ? refused : addressees;
  const serverAnswer = serverAnswerOf(diagnosis);
  return { ok: true, event: { messageId: mail.data.email_id, ...delivery, recipients, serverAnswer } };
}

/** The maximum number of addresses and answers that are read from an event; our mails have one recipient. */
const MAX_RECIPIENTS = 50;

const MAX_ANSWER = 1_000;

/** Returns the server's answers without the prefix of `smtp; 550 5.1.1 User unknown` (RFC 3464, 2.3.6). */
function serverAnswerOf(diagnosis: readonly string[]): string | null {
  const answers = diagnosis
    .slice(0, MAX_RECIPIENTS)
    .map((one) => cleanText(one.slice(0, MAX_ANSWER)).replace(/^smtp; */i, ""));
  return answers.filter(Boolean).join(" ").slice(0, MAX_ANSWER).toWellFormed() || null;
}

/** The address of `Name <address>`. */
function addressIn(written: string): string {
  const bracket = written.lastIndexOf("<");
  const address = bracket === -1 ? written : written.slice(bracket + 1).replace(">", "");
  return normalizeMailAddress(address.slice(0, 320));
}

/**
 * Finds the refused addresses in answers such as `550 5.1.1 <jean@example.com>: user unknown`. Addresses without
 * brackets are ignored, because they may be contact addresses of the server's operator.
 */
function refusedMailboxes(words: readonly string[], from = ""): string[] {
  const named = words.slice(0, MAX_RECIPIENTS).flatMap((text) => text.slice(0, 2_000).match(BRACKETED) ?? []);
  return named.map(addressIn).filter((address) => isMailAddress(address) && address !== addressIn(from));
}

const BRACKETED = /<[^<>\s]{3,320}>/g;

const SUPPRESSED: Delivery = {
  state: "undeliverable",
  reason: "suppressed",
  addressState: "suppressed",
};

const DELIVERIES: ReadonlyMap<string, Delivery> = new Map(
  Object.entries<Delivery>({
    "email.sent": { state: "sent", reason: null, addressState: null },
    "email.delivered": { state: "delivered", reason: null, addressState: null },
    "email.delivery_delayed": {
      state: "delayed",
      reason: "not_taken_yet",
      addressState: null,
    },
    "email.complained": {
      state: "complained",
      reason: "complained",
      addressState: "complained",
    },
    "email.suppressed": SUPPRESSED,
    "email.failed": {
      state: "undeliverable",
      reason: "provider_failed",
      addressState: null,
    },
  }),
);

/** Keys are the bounce subtypes of Amazon SES, which Resend passes on. */
const TRANSIENT: ReadonlyMap<string, MailReason> = new Map(
  Object.entries<MailReason>({
    MailboxFull: "mailbox_full",
    MessageTooLarge: "message_too_large",
    ContentRejected: "content_refused",
    AttachmentRejected: "attachment_refused",
  }),
);

function bounced(type: string, subType: string): Delivery {
  if (/^(OnAccount)?Suppress(ed|ionList)$/.test(subType)) return SUPPRESSED;
  if (TRANSIENT.has(subType) || type === "Transient")
    return {
      state: "bounced",
      reason: TRANSIENT.get(subType) ?? "not_taken",
      addressState: null,
    };
  if (type === "Permanent") return { state: "bounced", reason: "address_refused", addressState: "bounced" };
  return { state: "bounced", reason: "returned", addressState: null };
}
