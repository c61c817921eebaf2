import { type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { invoiceTakings } from "@/db/schema/takings";
import type { AccountReader } from "@/lib/access/viewer";

/*
 * The one rule of what is taken (docs/decisions/0050-takings.md). A taking that was undone counts for nothing.
 */

/** Condition on a row of `invoices`: the viewer has taken it. The others are « restantes ». */
export const isTakenBy = (viewer: AccountReader): SQL => sql`exists (
  select from ${invoiceTakings} taking
  where taking.account_id = ${viewer.accountId} and taking.user_id = ${viewer.userId}
    and taking.invoice_id = ${invoices.id} and taking.undone_at is null
)`;

/** Column beside a row of `invoices`: when the viewer first took it; null when it is left to take. */
export const takenAtBy = (viewer: AccountReader): SQL<Date | null> =>
  sql`(
    select min(taking.taken_at) from ${invoiceTakings} taking
    where taking.account_id = ${viewer.accountId} and taking.user_id = ${viewer.userId}
      and taking.invoice_id = ${invoices.id} and taking.undone_at is null
  )`.mapWith((at: string) => new Date(at));

/**
 * Condition on a row of `invoices` with this alias: somebody of the account has taken it, in whatever way. It ends the
 * warning before the invoice is removed.
 */
export const isTakenByAnyone = (alias: "invoices" | "i"): SQL => {
  const invoice = sql.raw(alias);
  return sql`exists (
    select from ${invoiceTakings} taking
    where taking.invoice_id = ${invoice}.id and taking.account_id = ${invoice}.account_id and taking.undone_at is null
  )`;
};
