import { and, asc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { notifications } from "@/db/schema/notifications";
import { paperPackInvoices } from "@/db/schema/paper-packs";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { MAX_COUNTED } from "@/lib/accounts/lists/account-list";
import { capped } from "@/lib/accounts/lists/count-lists";
import { addMonths } from "@/lib/dates";
import type { Count } from "@/lib/invoices/register/invoice-summary";

/** The invoices of one month of issue that are to print. */
export interface PaperMonth {
  /** `YYYY-MM`. */
  month: string;
  invoices: number;
  accounts: number;
}

/** The months with invoices to print, the oldest first. */
export function listOpenPaper(viewer: StaffUser): Promise<PaperMonth[]> {
  const month = sql<string>`to_char(${invoices.issuedOn}, 'YYYY-MM')`;
  return withViewer(viewer, (tx) =>
    tx
      .select({
        month,
        invoices: sql<number>`count(*)::int`,
        accounts: sql<number>`count(distinct ${invoices.accountId})::int`,
      })
      .from(invoices)
      .where(isOpen(viewer))
      .groupBy(sql`1`)
      .orderBy(sql`1`),
  );
}

/** Counts the invoices to print, only up to `MAX_COUNTED`. */
export async function countOpenPaper(tx: Transaction, viewer: StaffUser): Promise<Count> {
  const some = tx
    .select({ one: sql`1` })
    .from(invoices)
    .where(isOpen(viewer))
    .limit(MAX_COUNTED + 1)
    .as("some");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(some);
  return capped(row?.count ?? 0);
}

/** The next invoices to print, of one month of issue or of all, the oldest first. */
export function selectOpenPaper(tx: Transaction, viewer: StaffUser, month: string | null, limit: number) {
  return tx
    .select({ id: invoices.id, accountId: invoices.accountId, issuedOn: invoices.issuedOn })
    .from(invoices)
    .where(and(isOpen(viewer), month === null ? undefined : issuedIn(month)))
    .orderBy(asc(invoices.issuedOn), asc(invoices.id))
    .limit(limit);
}

const issuedIn = (month: string): SQL | undefined =>
  and(gte(invoices.issuedOn, `${month}-01`), lt(invoices.issuedOn, addMonths(`${month}-01`, 1)));

/**
 * Condition: the invoice is to be printed (R22). It was deposited while its account was on paper, so no mail was sent;
 * it is still available; and it is in no pack.
 */
const isOpen = (viewer: StaffUser): SQL | undefined =>
  and(
    visibleInvoices(viewer),
    eq(invoices.state, "available"),
    sql`${invoices.id} in (select ${notifications.invoiceId} from ${notifications}
      where ${notifications.supplierId} = ${viewer.supplierId} and ${notifications.channel} = 'paper')`,
    sql`not exists (select from ${paperPackInvoices} where ${paperPackInvoices.invoiceId} = ${invoices.id})`,
  );
