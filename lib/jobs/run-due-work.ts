import { now } from "@/lib/clock";
import { sweepAttempts } from "@/lib/limits/sweep-attempts";
import { sweepMailEvents } from "@/lib/mails/deliveries/sweep-mail-events";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import type { MailEnd } from "@/lib/mails/outbox/shipment";
import { makeDigests } from "@/lib/notifications/make-digests";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { warnOfExpiry } from "@/lib/retention/warn-of-expiry";

export interface WorkDone extends Record<MailEnd, number> {
  notifications: number;
  digests: number;
  expiryWarnings: number;
}

/**
 * Everything that is due: what waits to be sent goes first, notifications become mails, digests are made once their
 * hour has struck, accounts are warned of what leaves, and their mails are sent until `atMostMs` have passed. Safe twice
 * and side by side. `isImmediate` does not wait for the digests' hour.
 */
export async function runDueWork(atMostMs: number, isImmediate = false): Promise<WorkDone> {
  const deadline = new Date(now().getTime() + atMostMs);
  const done: WorkDone = {
    notifications: 0,
    digests: 0,
    expiryWarnings: 0,
    ...(await dispatchMails(deadline)),
  };
  try {
    done.notifications = await makeNotificationMails(now());
    done.digests = await makeDigests(now(), isImmediate);
    done.expiryWarnings = await warnOfExpiry(now());
  } finally {
    // A fault in making mails holds up none that is made.
    const ends = await dispatchMails(deadline);
    for (const end of ["sent", "queued", "dead", "uncertain"] as const) done[end] += ends[end];
  }
  await sweepMailEvents(now());
  await sweepAttempts(now());
  return done;
}
