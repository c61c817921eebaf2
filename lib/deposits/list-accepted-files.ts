import { and, eq, or, type SQL } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { olderThan } from "@/db/older-than";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { depositFiles, deposits } from "@/db/schema/deposits";
import { invoices } from "@/db/schema/invoices";
import { supplierKeys } from "@/db/schema/keys";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleDeposits } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import { userName } from "@/lib/access/user-name";
import type { Manager } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";
import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";
import type { TimeCursor } from "@/lib/time-cursor";
import { isUuid } from "@/lib/uuid";
import { onDay } from "./on-day";

/** A file that was accepted, with the invoice that it became. */
export interface AcceptedFile {
  depositId: string;
  receivedAt: Date;
  fileName: string;
  size: number;
  by: { kind: "key" | "person"; name: string };
  /** In English, as the API answered. */
  warnings: { type: string; detail: string }[];
  /** Null when it is no longer on the portal. */
  invoice: {
    id: string;
    number: string;
    type: "invoice" | "credit_note";
    issuedOn: PlainDate;
    currency: string;
    signedWithVatMinor: Minor;
    state: "available" | "withdrawn";
    accountId: string;
    customerNumber: string;
    companyName: string;
  } | null;
}

const PAGE_SIZE = 50;

/**
 * Lists the accepted files of the manager's supplier, newest first; of one day, or of one key or person (`by`). Those of
 * one key or person may be few among all, so that list takes a turn like a search.
 */
export async function listAcceptedFiles(
  viewer: Manager,
  filter: { day: PlainDate | null; by: string | null; after: TimeCursor | null },
  timeZone: string,
): Promise<{ files: AcceptedFile[]; older: TimeCursor | null }> {
  const { day, by, after } = filter;
  const run: typeof withSearch = by === null ? withViewer : withSearch;
  const rows = await run(viewer, (tx) =>
    selectFiles(
      tx,
      and(
        visibleDeposits(viewer),
        day === null ? undefined : onDay(deposits.receivedAt, day, timeZone),
        by === null ? undefined : or(eq(deposits.supplierKeyId, by), eq(deposits.userId, by)),
        olderThan(deposits.receivedAt, deposits.id, after),
      ),
    )
      .orderBy(newestFirst(deposits.receivedAt), newestFirst(deposits.id))
      .limit(PAGE_SIZE + 1),
  );
  const files = rows.slice(0, PAGE_SIZE).map(toFile);
  const last = files.at(-1);
  return {
    files,
    older: rows.length > PAGE_SIZE && last ? { at: last.receivedAt, id: last.depositId } : null,
  };
}

/** Returns one accepted file of the manager's supplier by the id of its deposit; null when there is none. */
export async function findAcceptedFile(viewer: Manager, depositId: string): Promise<AcceptedFile | null> {
  if (!isUuid(depositId)) return null;
  const [row] = await withViewer(viewer, (tx) =>
    selectFiles(tx, and(visibleDeposits(viewer), eq(deposits.id, depositId))).limit(1),
  );
  return row ? toFile(row) : null;
}

const selectFiles = (tx: Transaction, where: SQL | undefined) =>
  tx
    .select({
      depositId: deposits.id,
      receivedAt: deposits.receivedAt,
      userId: deposits.userId,
      keyName: supplierKeys.name,
      personName: userName(users),
      fileName: depositFiles.fileName,
      size: depositFiles.size,
      warnings: depositFiles.problems,
      invoice: {
        id: invoices.id,
        number: invoices.number,
        type: invoices.type,
        issuedOn: invoices.issuedOn,
        currency: invoices.currency,
        signedWithVatMinor: invoices.signedWithVatMinor,
        state: invoices.state,
        accountId: invoices.accountId,
        customerNumber: accounts.customerNumber,
      },
      companyName: ACCOUNT_NAME,
    })
    .from(deposits)
    .innerJoin(depositFiles, eq(depositFiles.depositId, deposits.id))
    .leftJoin(invoices, eq(invoices.id, depositFiles.invoiceId))
    .leftJoin(accounts, eq(accounts.id, invoices.accountId))
    .leftJoin(companies, eq(companies.id, accounts.companyId))
    .leftJoin(supplierKeys, eq(supplierKeys.id, deposits.supplierKeyId))
    .leftJoin(users, eq(users.id, deposits.userId))
    .where(where);

type Row = Awaited<ReturnType<typeof selectFiles>>[number];

function toFile({ userId, keyName, personName, invoice, companyName, ...file }: Row): AcceptedFile {
  return {
    ...file,
    by: { kind: userId === null ? "key" : "person", name: personName ?? keyName ?? "" },
    invoice:
      invoice === null || invoice.number === null
        ? null
        : ({
            ...invoice,
            customerNumber: invoice.customerNumber ?? "",
            companyName,
          } as AcceptedFile["invoice"]),
  };
}
