import { addMonths, type PlainDate } from "@/lib/dates";

/** An invoice deposited late stays at least this long (product R15). */
const LEAST_MONTHS = 3;

/**
 * The last day on which an invoice is kept; it may be removed from the next day on, never earlier. FAQ 4.2: available
 * for 24 months (the supplier's `retentionMonths`) after its issue date.
 */
export function removeAfter(issuedOn: PlainDate, depositedOn: PlainDate, retentionMonths: number): PlainDate {
  const byIssue = addMonths(issuedOn, retentionMonths);
  const byDeposit = addMonths(depositedOn, LEAST_MONTHS);
  return byIssue > byDeposit ? byIssue : byDeposit;
}
