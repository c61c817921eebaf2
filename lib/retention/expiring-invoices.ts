import { lte, type SQL, sql } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import type { PlainDate } from "@/lib/dates";

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

/** Condition: nobody of the account has downloaded the invoice. */
export function neverDownloaded(): SQL {
  return sql`not exists (
    select from ${invoiceReadings} reading
    where reading.invoice_id = ${invoices.id} and reading.account_id = ${invoices.accountId}
      and reading.downloaded_at is not null
  )`;
}
