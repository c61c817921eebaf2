import { describe, expect, it } from "vitest";
import { statusOf, isMailTrouble, type MailStatus } from "@/lib/mails/deliveries/mail-status";
import { parseResendEvent } from "@/lib/mails/deliveries/parse-resend-event";
import fr from "@/messages/fr.json";

/** What became of a sent mail after an event in the provider's own form, so that parser and reader are tested together. */
function statusAfter(type: string, bounce?: { type: string; subType: string }): MailStatus {
  const body = JSON.stringify({ type, data: { email_id: "re_1", ...(bounce && { bounce }) } });
  const parsed = parseResendEvent(new TextEncoder().encode(body));
  if (!parsed.ok) throw new Error(parsed.reason);
  return statusOf({ mailState: "sent", deliveryState: parsed.event.state, reason: parsed.event.reason });
}

describe("what became of a mail", () => {
  it("is read from the events of the mail provider", () => {
    expect(statusAfter("email.delivered")).toBe("delivered");
    expect(statusAfter("email.delivery_delayed")).toBe("delayed");
    expect(statusAfter("email.complained")).toBe("unwanted");
    expect(statusAfter("email.suppressed")).toBe("suppressed");
    expect(statusAfter("email.failed")).toBe("not_sent");
    expect(statusAfter("email.bounced", { type: "Permanent", subType: "General" })).toBe("refused");
    expect(statusAfter("email.bounced", { type: "Transient", subType: "MailboxFull" })).toBe("mailbox_full");
    expect(statusAfter("email.bounced", { type: "Transient", subType: "MessageTooLarge" })).toBe("too_large");
    expect(statusAfter("email.bounced", { type: "Transient", subType: "ContentRejected" })).toBe("refused");
    expect(statusAfter("email.bounced", { type: "Undetermined", subType: "" })).toBe("sent_back");
  });

  it("is read from the mail itself while there is no event", () => {
    const untold = { deliveryState: null, reason: null };
    expect(statusOf({ mailState: "queued", ...untold })).toBe("waiting");
    expect(statusOf({ mailState: "sending", ...untold })).toBe("waiting");
    expect(statusOf({ mailState: "sent", ...untold })).toBe("sent");
    expect(statusOf({ mailState: "sent", deliveryState: "sent", reason: null })).toBe("sent");
    expect(statusOf({ mailState: "uncertain", deliveryState: "queued", reason: "answer_unknown" })).toBe(
      "uncertain",
    );
    expect(statusOf({ mailState: "cancelled", deliveryState: null, reason: "invoice_withdrawn" })).toBe(
      "withdrawn",
    );
    expect(statusOf({ mailState: "cancelled", deliveryState: null, reason: "account_on_paper" })).toBe(
      "no_longer_needed",
    );
  });

  it("is a refusal by the server if SMTP said so, otherwise a failure of the portal", () => {
    const dead = { mailState: "dead", deliveryState: "undeliverable" } as const;
    expect(statusOf({ ...dead, reason: "refused_by_server" })).toBe("refused");
    expect(statusOf({ ...dead, reason: "given_up" })).toBe("not_sent");
  });

  it("has a text in the messages in every case", () => {
    const statuses = Object.keys(fr.recentMails.statuses) as MailStatus[];
    expect(statuses.filter(isMailTrouble)).toHaveLength(11);
    expect(statuses.filter((status) => !isMailTrouble(status))).toEqual([
      "waiting",
      "sent",
      "delivered",
      "withdrawn",
      "no_longer_needed",
    ]);
  });
});
