import { addMonths, type PlainDate } from "@/lib/dates";
import { MONTHS_AFTER_DEPOSIT } from "@/lib/month-settings";

/**
 * The last day on which an invoice is available; it may be removed on the next day at the earliest: `retentionMonths` of
 * the supplier after the issue date (FAQ 4.2), and `MONTHS_AFTER_DEPOSIT` after the deposit.
 */
export function removeAfter(issuedOn: PlainDate, depositedOn: PlainDate, retentionMonths: number): PlainDate {
  const byIssue = addMonths(issuedOn, retentionMonths);
  const byDeposit = addMonths(depositedOn, MONTHS_AFTER_DEPOSIT);
  return byIssue > byDeposit ? byIssue : byDeposit;
}
