import { describe, expect, it } from "vitest";
import { isMailTrouble, type MailStatus, statusOf } from "@/lib/mails/deliveries/mail-status";
import { parseResendEvent } from "@/lib/mails/deliveries/parse-resend-event";
import fr from "@/messages/fr.json";

/** The status of a sent mail after an event as the provider sends it, so that the parser is tested too. */
function statusAfter(type: string, bounce?: { type: string; subType: string }): MailStatus {
  const body = JSON.stringify({ type, data: { email_id: "re_1", ...(bounce && { bounce }) } });
  const parsed = parseResendEvent(new TextEncoder().encode(body));
  if (!parsed.ok) throw new Error(parsed.reason);
  return statusOf({ mailState: "sent", deliveryState: parsed.event.state, reason: parsed.event.reason });
}

describe("the status of a mail", () => {
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

  it("is the state of the mail itself while there is no event", () => {
    const noReport = { deliveryState: null, reason: null };
    expect(statusOf({ mailState: "queued", ...noReport })).toBe("waiting");
    expect(statusOf({ mailState: "sending", ...noReport })).toBe("waiting");
    expect(statusOf({ mailState: "sent", ...noReport })).toBe("sent");
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

  it("is a refusal if the SMTP server refused the mail, otherwise a failure of the portal", () => {
    const dead = { mailState: "dead", deliveryState: "undeliverable" } as const;
    expect(statusOf({ ...dead, reason: "refused_by_server" })).toBe("refused");
    expect(statusOf({ ...dead, reason: "given_up" })).toBe("not_sent");
  });

  it("has a text in the messages in every case", () => {
    const statuses = Object.keys(fr.recentMails.statuses) as MailStatus[];
    expect(statuses.filter(isMailTrouble)).toHaveLength(12);
    expect(statuses.filter((status) => !isMailTrouble(status))).toEqual([
      "waiting",
      "sent",
      "delivered",
      "withdrawn",
      "no_longer_needed",
    ]);
  });
});
