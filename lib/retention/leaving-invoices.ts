import { lte, type SQL, sql } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import type { PlainDate } from "@/lib/dates";

/** How many days ahead people are warned of what leaves the portal (R15). */
export const LEAVING_DAYS = [7, 30, 90] as const;
export type LeavingDays = (typeof LEAVING_DAYS)[number];

/** Whether that is one of the windows people are warned of. */
export function isLeavingDays(days: number): days is LeavingDays {
  return LEAVING_DAYS.some((one) => one === days);
}

/** Invoices kept no longer than that day, those included whose last day has passed; to be joined to who may see them. */
export function leavingBy(day: PlainDate): SQL {
  return lte(invoices.removeAfter, day);
}

/** Invoices that nobody of their account has downloaded. */
export function neverTaken(): SQL {
  return sql`not exists (
    select from ${invoiceReadings} reading
    where reading.invoice_id = ${invoices.id} and reading.account_id = ${invoices.accountId}
      and reading.downloaded_at is not null
  )`;
}
