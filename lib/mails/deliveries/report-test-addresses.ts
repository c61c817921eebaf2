import { now } from "@/lib/clock";
import { parseResendEvent } from "./parse-resend-event";
import { recordEvent } from "./record-event";

/**
 * The events that Resend sends for mails to its test addresses
 * (https://resend.com/docs/dashboard/emails/send-test-emails).
 */
const EVENTS: Readonly<Record<string, readonly { type: string; data?: object }[]>> = {
  delivered: [{ type: "email.delivered" }],
  bounced: [
    {
      type: "email.bounced",
      data: {
        bounce: {
          type: "Permanent",
          subType: "General",
          message: "The address does not exist.",
          diagnosticCode: ["smtp; 550 5.1.1 The email account that you tried to reach does not exist"],
        },
      },
    },
  ],
  complained: [{ type: "email.delivered" }, { type: "email.complained" }],
  suppressed: [
    {
      type: "email.suppressed",
      data: { suppressed: { type: "OnAccountSuppressionList", message: "On the suppression list." } },
    },
  ],
};

const TEST_ADDRESS = /^(delivered|bounced|complained|suppressed)(?:\+[^@]{0,200})?@resend\.dev$/;

/**
 * Records the events of mails to Resend's test addresses that its webhook would send, so that the desk of the demo
 * shows delivery problems. Other addresses get no event.
 */
export async function reportTestAddresses(mails: readonly { id: string; to: string }[]): Promise<void> {
  for (const { id, to } of mails) {
    const [, kind = ""] = TEST_ADDRESS.exec(to.toLowerCase()) ?? [];
    for (const { type, data } of EVENTS[kind] ?? []) {
      const body = { type, created_at: now().toISOString(), data: { email_id: id, to: [to], ...data } };
      const parsed = parseResendEvent(new TextEncoder().encode(JSON.stringify(body)));
      if (parsed.ok) await recordEvent({ ...parsed.event, id: `demo-${id}-${type}` }, now());
    }
  }
}
