import { and, asc, eq, gt, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { type AccountValues, VALUE_COLUMNS } from "@/lib/accounts/account-values";
import { csvText } from "@/lib/csv-text";
import { type SheetColumn, startWorkbook } from "@/lib/exports/xlsx-index";
import { IMPORT_FIELDS, type ImportField } from "./import-fields";

const BATCH = 1_000;

/** The texts of an export, in the reader's language; the import reads them back. */
export interface ExportWords {
  sheet: string;
  headings: Record<ImportField, string>;
  /** The texts for the values of preference, channel and language. */
  values: Record<string, string>;
}

type ExportedAccount = AccountValues & { id: string; customerNumber: string };

/**
 * All open accounts of the supplier in the columns of the import, as cells of a CSV file. Importing the same file again
 * changes nothing: an address that waits for the next invoice is exported instead of the one that it replaces.
 */
export async function* exportPages(viewer: StaffUser, words: ExportWords): AsyncGenerator<string[][]> {
  for await (const batch of readAccounts(viewer))
    yield batch.map((account) => IMPORT_FIELDS.map((field) => csvText(cellOf(account, field, words))));
}

/** Returns the same table as a workbook. Every cell is text, so that numbers keep their zeros. */
export async function exportWorkbook(viewer: StaffUser, words: ExportWords, at: Date): Promise<Uint8Array> {
  const columns = IMPORT_FIELDS.map((field): SheetColumn<ExportedAccount> => ({
    title: words.headings[field],
    width: 22,
    cell: (account) => {
      const text = cellOf(account, field, words);
      return text === "" ? null : { kind: "text", text };
    },
  }));
  const book = startWorkbook(columns, words.sheet);
  for await (const batch of readAccounts(viewer)) await book.add(batch);
  return book.finish(at);
}

function cellOf(account: ExportedAccount, field: ImportField, { values }: ExportWords): string {
  const value = account[field] ?? "";
  const isChoice = field === "preference" || field === "channel" || field === "locale";
  return isChoice ? (values[value] ?? value) : value;
}

async function* readAccounts(viewer: StaffUser): AsyncGenerator<ExportedAccount[], void, void> {
  for (let last = ""; ;) {
    const batch = await withViewer(viewer, (tx) =>
      tx
        .select({
          id: accounts.id,
          customerNumber: accounts.customerNumber,
          pendingEmail: accounts.pendingEmail,
          ...VALUE_COLUMNS,
        })
        .from(accounts)
        .innerJoin(companies, eq(companies.id, accounts.companyId))
        .where(
          and(
            visibleAccounts(viewer),
            ne(accounts.state, "closed"),
            last === "" ? undefined : gt(accounts.customerNumber, last),
          ),
        )
        .orderBy(asc(accounts.customerNumber))
        .limit(BATCH),
    );
    if (batch.length > 0)
      yield batch.map(({ pendingEmail, ...account }) => ({
        ...account,
        email: pendingEmail ?? account.email,
      }));
    if (batch.length < BATCH) return;
    last = batch.at(-1)?.customerNumber ?? "";
  }
}
