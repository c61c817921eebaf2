import { describe, expect, it } from "vitest";
import { fateOf, isMailTrouble, type MailFate } from "@/lib/mails/deliveries/mail-fate";
import { parseResendEvent } from "@/lib/mails/deliveries/parse-resend-event";
import fr from "@/messages/fr.json";

/** What became of a sent mail after an event in the provider's own form, so that parser and reader are tested together. */
function fateAfter(type: string, bounce?: { type: string; subType: string }): MailFate {
  const body = JSON.stringify({ type, data: { email_id: "re_1", ...(bounce && { bounce }) } });
  const parsed = parseResendEvent(new TextEncoder().encode(body));
  if (!parsed.ok) throw new Error(parsed.reason);
  return fateOf({ mailState: "sent", deliveryState: parsed.event.state, reason: parsed.event.reason });
}

describe("what became of a mail", () => {
  it("is read from the events of the mail provider", () => {
    expect(fateAfter("email.delivered")).toBe("delivered");
    expect(fateAfter("email.delivery_delayed")).toBe("delayed");
    expect(fateAfter("email.complained")).toBe("unwanted");
    expect(fateAfter("email.suppressed")).toBe("suppressed");
    expect(fateAfter("email.failed")).toBe("not_sent");
    expect(fateAfter("email.bounced", { type: "Permanent", subType: "General" })).toBe("refused");
    expect(fateAfter("email.bounced", { type: "Transient", subType: "MailboxFull" })).toBe("mailbox_full");
    expect(fateAfter("email.bounced", { type: "Transient", subType: "MessageTooLarge" })).toBe("too_large");
    expect(fateAfter("email.bounced", { type: "Transient", subType: "ContentRejected" })).toBe("refused");
    expect(fateAfter("email.bounced", { type: "Undetermined", subType: "" })).toBe("sent_back");
  });

  it("is read from the mail itself while there is no event", () => {
    const untold = { deliveryState: null, reason: null };
    expect(fateOf({ mailState: "queued", ...untold })).toBe("waiting");
    expect(fateOf({ mailState: "sending", ...untold })).toBe("waiting");
    expect(fateOf({ mailState: "sent", ...untold })).toBe("sent");
    expect(fateOf({ mailState: "sent", deliveryState: "sent", reason: null })).toBe("sent");
    expect(fateOf({ mailState: "uncertain", deliveryState: "queued", reason: "answer_unknown" })).toBe(
      "uncertain",
    );
    expect(fateOf({ mailState: "cancelled", deliveryState: null, reason: "invoice_withdrawn" })).toBe(
      "withdrawn",
    );
    expect(fateOf({ mailState: "cancelled", deliveryState: null, reason: "account_on_paper" })).toBe(
      "no_longer_needed",
    );
  });

  it("is a refusal by the server if SMTP said so, otherwise a failure of the portal", () => {
    const dead = { mailState: "dead", deliveryState: "undeliverable" } as const;
    expect(fateOf({ ...dead, reason: "refused_by_server" })).toBe("refused");
    expect(fateOf({ ...dead, reason: "given_up" })).toBe("not_sent");
  });

  it("has a text in the messages in every case", () => {
    const fates = Object.keys(fr.recentMails.fates) as MailFate[];
    expect(fates.filter(isMailTrouble)).toHaveLength(11);
    expect(fates.filter((fate) => !isMailTrouble(fate))).toEqual([
      "waiting",
      "sent",
      "delivered",
      "withdrawn",
      "no_longer_needed",
    ]);
  });
});
