import { addMonths, type PlainDate } from "@/lib/dates";
import { MONTHS_AFTER_DEPOSIT } from "@/lib/month-settings";

/**
 * Returns the last day on which an invoice is available: `retentionMonths` of the supplier after the issue date (FAQ
 * 4.2) or `MONTHS_AFTER_DEPOSIT` after the deposit, whichever is later. It may be removed from the next day on.
 */
export function removeAfter(issuedOn: PlainDate, depositedOn: PlainDate, retentionMonths: number): PlainDate {
  const byIssue = addMonths(issuedOn, retentionMonths);
  const byDeposit = addMonths(depositedOn, MONTHS_AFTER_DEPOSIT);
  return byIssue > byDeposit ? byIssue : byDeposit;
}
