import type { Job } from "./scheduled-jobs";

/** What operators are told of (docs/alerts.md). */
export const ALERT_CONDITIONS = [
  "job_late",
  "mails_waiting",
  "webhook_silent",
  "storage_wrong",
  "ledger_wrong",
  "supplier_paused",
] as const;

export type AlertCondition = (typeof ALERT_CONDITIONS)[number];

/** Operators are told of each alert twice. */
export const ALERT_CHANGES = ["opened", "closed"] as const;

export type AlertChange = (typeof ALERT_CHANGES)[number];

/** The longest time that a mail may wait in a healthy installation. */
export const LONGEST_WAIT_MINUTES = 15;

/** What an alert is about: the condition, and the job that is late or the supplier whose mails pause. */
export interface AlertSubject {
  condition: AlertCondition;
  job: Job | null;
  supplierName: string | null;
}

/** Returns the address that the remedy of a condition names: the one that is not called. */
export const calledPath = ({ condition, job }: Pick<AlertSubject, "condition" | "job">): string =>
  condition === "webhook_silent" ? "/api/webhooks/resend" : `/api/cron/${job ?? "dispatch"}`;
