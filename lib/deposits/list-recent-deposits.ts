import { desc, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";

export interface RecentDeposit {
  invoiceId: string;
  accountId: string;
  sequence: bigint;
  depositedAt: Date;
  number: string;
  type: "invoice" | "credit_note";
  issuedOn: PlainDate;
  currency: string;
  signedWithVatMinor: Minor;
  state: "available" | "withdrawn";
  customerNumber: string;
  companyName: string;
}

/** The last `limit` documents the supplier deposited, newest first. */
export function listRecentDeposits(viewer: StaffUser, limit: number): Promise<RecentDeposit[]> {
  return withViewer(viewer, (tx) =>
    tx
      .select({
        invoiceId: invoices.id,
        accountId: invoices.accountId,
        sequence: invoices.sequence,
        depositedAt: invoices.depositedAt,
        number: invoices.number,
        type: invoices.type,
        issuedOn: invoices.issuedOn,
        currency: invoices.currency,
        signedWithVatMinor: invoices.signedWithVatMinor,
        state: invoices.state,
        customerNumber: accounts.customerNumber,
        companyName: ACCOUNT_NAME,
      })
      .from(invoices)
      .innerJoin(accounts, eq(accounts.id, invoices.accountId))
      .innerJoin(companies, eq(companies.id, accounts.companyId))
      .where(visibleInvoices(viewer))
      .orderBy(desc(invoices.sequence))
      .limit(limit),
  );
}
