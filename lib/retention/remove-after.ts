import { addMonths, type PlainDate } from "@/lib/dates";

/** The minimum for invoices that are deposited late (product R15). */
const LEAST_MONTHS = 3;

/**
 * The last day on which an invoice is available; it may be removed on the next day at the earliest. FAQ 4.2: 24 months
 * (the supplier's `retentionMonths`) after the issue date.
 */
export function removeAfter(issuedOn: PlainDate, depositedOn: PlainDate, retentionMonths: number): PlainDate {
  const byIssue = addMonths(issuedOn, retentionMonths);
  const byDeposit = addMonths(depositedOn, LEAST_MONTHS);
  return byIssue > byDeposit ? byIssue : byDeposit;
}
