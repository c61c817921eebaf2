import { z } from "zod";
import type { DeliveryEvent } from "./delivery-event";

const envelope = z.object({ type: z.string(), data: z.object({}).loose() });
const aboutMail = z.object({
  email_id: z.string().min(1).max(200),
  bounce: z.object({ type: z.string(), subType: z.string() }).partial().optional(),
});

export type ParsedEvent =
  | { ok: true; event: Omit<DeliveryEvent, "id"> }
  /** Nothing that a delivery could learn from: opens, clicks, contacts, and kinds yet to come. */
  | { ok: false; reason: "irrelevant" }
  | { ok: false; reason: "malformed" };

type News = Omit<DeliveryEvent, "id" | "messageId">;

/**
 * What a webhook of Resend tells about one mail (https://resend.com/docs/webhooks/event-types). A bounce that is not
 * permanent, a full mailbox first of all, says nothing lasting about the address. The provider's suppression list is
 * shared by all suppliers, so being on it is no bounce of this one.
 */
export function parseResendEvent(body: Uint8Array): ParsedEvent {
  const parsed = envelope.safeParse(jsonOf(body));
  if (!parsed.success) return { ok: false, reason: "malformed" };
  const { type, data } = parsed.data;
  if (!NEWS.has(type) && type !== "email.bounced") return { ok: false, reason: "irrelevant" };
  const mail = aboutMail.safeParse(data);
  if (!mail.success) return { ok: false, reason: "malformed" };
  const { bounce } = mail.data;
  const news = NEWS.get(type) ?? bounced(bounce?.type ?? "", bounce?.subType ?? "");
  return { ok: true, event: { messageId: mail.data.email_id, ...news } };
}

const SUPPRESSED: News = {
  state: "undeliverable",
  reason: "suppressed by the mail provider",
  addressState: "suppressed",
};

const NEWS: ReadonlyMap<string, News> = new Map(
  Object.entries<News>({
    "email.sent": { state: "sent", reason: null, addressState: null },
    "email.delivered": { state: "delivered", reason: null, addressState: null },
    "email.delivery_delayed": {
      state: "delayed",
      reason: "the receiving server does not take it yet",
      addressState: null,
    },
    "email.complained": {
      state: "complained",
      reason: "marked as unwanted by its reader",
      addressState: "complained",
    },
    "email.suppressed": SUPPRESSED,
    "email.failed": {
      state: "undeliverable",
      reason: "the mail provider could not send it",
      addressState: null,
    },
  }),
);

/** The words of Amazon SES, which Resend passes on. */
const TRANSIENT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MailboxFull: "mailbox full",
    MessageTooLarge: "message too large for the mailbox",
    ContentRejected: "content refused by the receiving server",
    AttachmentRejected: "attachment refused by the receiving server",
  }),
);

function bounced(type: string, subType: string): News {
  if (/^(OnAccount)?Suppress(ed|ionList)$/.test(subType)) return SUPPRESSED;
  if (TRANSIENT.has(subType) || type === "Transient")
    return {
      state: "bounced",
      reason: TRANSIENT.get(subType) ?? "not taken by the receiving server",
      addressState: null,
    };
  if (type === "Permanent")
    return { state: "bounced", reason: "address refused for good", addressState: "bounced" };
  return { state: "bounced", reason: "sent back without a reason", addressState: null };
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return null;
  }
}
