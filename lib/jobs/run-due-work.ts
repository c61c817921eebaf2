import { sweepFormAnswers } from "@/lib/actions/form-answers";
import { sweepAlerts } from "@/lib/alerts/sweep-alerts";
import { now } from "@/lib/clock";
import { sweepRefusedFiles } from "@/lib/deposits/sweep-refused-files";
import { sweepImports } from "@/lib/imports/sweep-imports";
import { workOnImports } from "@/lib/imports/work-on-imports";
import { walkLedgers } from "@/lib/ledger/walk-ledgers";
import { sweepAttempts } from "@/lib/limits/sweep-attempts";
import { sweepMailEvents } from "@/lib/mails/deliveries/sweep-mail-events";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import type { StateAfterTry } from "@/lib/mails/outbox/shipment";
import { makeDigests } from "@/lib/notifications/make-digests";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { checkUnread } from "@/lib/retention/check-unread";
import { closeEmptiedAccounts } from "@/lib/retention/close-emptied-accounts";
import { warnOfExpiry } from "@/lib/retention/warn-of-expiry";
import { recheckDomains } from "@/lib/settings/domain/recheck-domains";
import { moveLastDays } from "@/lib/settings/retention-raise/move-last-days";
import { sweepKnownDevices } from "@/lib/sign-in/known-device/sweep-known-devices";

export interface WorkDone extends Record<StateAfterTry, number> {
  notifications: number;
  digests: number;
  expiryWarnings: number;
  importLines: number;
}

/** The shares of a run after which each part stops, so that a long queue of mails leaves time for everything else. */
const ENDS = { firstMails: 0.5, making: 0.65, mails: 0.85 };

/**
 * Runs all background work that is due: sends waiting mails, turns notifications into mails, makes digests after their
 * hour, queues expiry warnings, sends the new mails, and continues imports of customers. It stops soon after `maxMs` have
 * passed; what is left is for the next run. Safe to run twice and in parallel. `isImmediate` makes digests without waiting
 * for their hour.
 */
export async function runDueWork(maxMs: number, isImmediate = false): Promise<WorkDone> {
  const startedAt = now().getTime();
  const end = (share: number) => new Date(startedAt + maxMs * share);
  const deadline = end(1);
  const done: WorkDone = {
    notifications: 0,
    digests: 0,
    expiryWarnings: 0,
    importLines: 0,
    ...(await dispatchMails(end(ENDS.firstMails))),
  };
  try {
    done.notifications = await makeNotificationMails(now(), end(ENDS.making));
    done.digests = await makeDigests(now(), isImmediate, end(ENDS.making));
    done.expiryWarnings = await warnOfExpiry(now(), end(ENDS.making));
  } finally {
    // An error while making mails must not stop the sending of mails that exist already.
    const counts = await dispatchMails(end(ENDS.mails));
    for (const state of ["sent", "queued", "dead", "uncertain"] as const) done[state] += counts[state];
  }
  await moveLastDays(now(), deadline);
  await checkUnread(now(), deadline);
  await closeEmptiedAccounts(now());
  done.importLines = await workOnImports(deadline);
  await walkLedgers(now(), deadline);
  await recheckDomains(now(), deadline);
  await sweepMailEvents(now());
  await sweepAlerts(now());
  await sweepAttempts(now());
  await sweepFormAnswers(now());
  await sweepKnownDevices(now());
  await sweepImports(now());
  await sweepRefusedFiles(now(), deadline);
  return done;
}
