import { now } from "@/lib/clock";
import { dispatchMails } from "@/lib/mails/dispatch-mails";
import type { MailEnd } from "@/lib/mails/shipment";
import { makeDigests } from "@/lib/notifications/make-digests";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";

export interface WorkDone extends Record<MailEnd, number> {
  notifications: number;
  digests: number;
}

/**
 * Everything that is due: notifications become mails, digests are made once their hour has struck, mails are sent until
 * `atMostMs` have passed. Safe twice and side by side. `isImmediate` does not wait for the digests' hour.
 */
export async function runDueWork(atMostMs: number, isImmediate = false): Promise<WorkDone> {
  const deadline = new Date(now().getTime() + atMostMs);
  const notifications = await makeNotificationMails(now());
  const digests = await makeDigests(now(), isImmediate);
  return { notifications, digests, ...(await dispatchMails(deadline)) };
}
