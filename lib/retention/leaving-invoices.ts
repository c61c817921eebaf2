import { lte, type SQL, sql } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import type { PlainDate } from "@/lib/dates";

/** Warning periods in days before invoices leave the portal (R15). */
export const LEAVING_DAYS = [7, 30, 90] as const;
export type LeavingDays = (typeof LEAVING_DAYS)[number];

/** Whether the number is one of the warning periods. */
export function isLeavingDays(days: number): days is LeavingDays {
  return LEAVING_DAYS.some((one) => one === days);
}

/** Condition: the invoice's last day is this day or earlier. Combine it with the viewer's predicate. */
export function leavingBy(day: PlainDate): SQL {
  return lte(invoices.removeAfter, day);
}

/** Condition: nobody of the account has downloaded the invoice. */
export function neverTaken(): SQL {
  return sql`not exists (
    select from ${invoiceReadings} reading
    where reading.invoice_id = ${invoices.id} and reading.account_id = ${invoices.accountId}
      and reading.downloaded_at is not null
  )`;
}
