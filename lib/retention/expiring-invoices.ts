import { and, between, lte, not, type SQL } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { addDays, type PlainDate } from "@/lib/dates";
import { isTakenByAnyone } from "@/lib/takings/taken";
import { LEAVING_DAYS } from "./unread-days";

/** Warning periods, in days before the removal of invoices (R15). */
export const EXPIRY_DAYS = [7, 30, 90] as const;
export type ExpiryDays = (typeof EXPIRY_DAYS)[number];

/** Whether the number is one of the warning periods. */
export function isExpiryDays(days: number): days is ExpiryDays {
  return EXPIRY_DAYS.some((one) => one === days);
}

/** Condition: the invoice's last day is this day or earlier. Combine it with the condition for the viewer. */
export function expiringBy(day: PlainDate): SQL {
  return lte(invoices.removeAfter, day);
}

/**
 * Condition: the invoice leaves soon and nobody of the account has taken it. Its last day is today, or within
 * `LEAVING_DAYS`.
 */
export function isLeaving(today: PlainDate): SQL | undefined {
  return and(between(invoices.removeAfter, today, addDays(today, LEAVING_DAYS)), neverTaken());
}

/** Condition: nobody of the account has taken the invoice, in whatever way. */
export function neverTaken(): SQL {
  return not(isTakenByAnyone("invoices"));
}
