import { now } from "@/lib/clock";
import { describeError, log } from "@/lib/log";
import { claimMails, type ClaimedMail } from "./claim-mails";
import { composeMail } from "./compose-mail";
import { isTooLateToAsk, recordOutcome, type MailEnd } from "./record-outcome";
import { mailTransport, type SendOutcome } from "./transport";

const CLAIMED_AT_ONCE = 20;
const PARALLEL = 4;

/** Not sent at all: the provider may have this mail, and could not tell a repetition. */
const IN_DOUBT: SendOutcome = { kind: "unknown", afterMs: null, reason: "may have arrived" };

/**
 * Sends what is due until nothing is, or `deadline` has passed: each mail under its own id as idempotency key, the same
 * bytes at every try. Safe twice and side by side. Returns how many ended how.
 */
export async function dispatchMails(deadline: Date): Promise<Record<MailEnd, number>> {
  const ends: Record<MailEnd, number> = { sent: 0, queued: 0, dead: 0, uncertain: 0 };
  while (now() < deadline) {
    const claimed = await claimMails(CLAIMED_AT_ONCE, now());
    if (claimed.length === 0) break;
    const queue = claimed.values();
    const work = async () => {
      for (const mail of queue) ends[await sendMail(mail)] += 1;
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
  }
  return ends;
}

async function sendMail(mail: ClaimedMail): Promise<MailEnd> {
  const { isIdempotent } = mailTransport();
  const since = now();
  const outcome = isTooLateToAsk(mail, isIdempotent, since) ? IN_DOUBT : await tryToSend(mail);
  const end = await recordOutcome(mail, outcome, isIdempotent, now(), since);
  if (end === "dead" || end === "uncertain")
    log("error", "mail_not_sent", {
      supplierId: mail.supplierId,
      reason: "reason" in outcome ? outcome.reason : end,
    });
  return end;
}

/** A mail that cannot be composed is a fault of ours: it is tried again, since a deployment may mend it. */
async function tryToSend(mail: ClaimedMail): Promise<SendOutcome> {
  try {
    return await mailTransport().send(mail.id, [await composeMail(mail)]);
  } catch (error) {
    log("error", "mail_not_composed", { supplierId: mail.supplierId, ...describeError(error) });
    return { kind: "retry", afterMs: null, reason: "not composed" };
  }
}
