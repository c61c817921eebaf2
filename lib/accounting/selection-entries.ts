import { and, ne } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { readExportSelection, selectedInvoices } from "@/lib/exports/export-selection";
import { readDocuments } from "@/lib/exports/read-documents";
import { displayHistoryMonths, shownSince } from "@/lib/invoices/filter/display-history";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { isReady, longestAccount } from "./accounting-settings";
import { READ_AT_ONCE, selectBooked } from "./booked-invoices";
import { entryBuilder } from "./build-entry";
import { fits } from "./layouts/layout";
import type { FileFacts, Layout, NumberedEntry } from "./layouts/layout-parts";
import type { AccountingWords } from "./make-batch";
import { readAccountingSettings } from "./read-settings";

type OpenedSelection =
  | { ok: true; facts: FileFacts; entries: AsyncGenerator<NumberedEntry[], void, void> }
  | { ok: false; reason: "not_set" | "too_long" | "empty" | "other_currency" };

/**
 * The entries of all invoices that the list shows for the same query, of the session's company, as the settings are
 * now. They are counted as booked nowhere: a batch is for that. Refuses a layout without currency when one of them is
 * not in euros, and one whose width the journal or an account exceeds.
 */
export async function openSelectionEntries(
  session: CustomerSession,
  params: URLSearchParams,
  layout: Layout,
  words: AccountingWords,
): Promise<OpenedSelection> {
  const { viewer, supplier } = session;
  const settings = await readAccountingSettings(viewer);
  if (!isReady(settings)) return { ok: false, reason: "not_set" };
  const { journal, supplierAuxiliary } = settings;
  const facts: FileFacts = {
    ...{ journal, supplierAuxiliary, longestAccount: longestAccount(settings), words: words.file },
  };
  if (!fits(layout, "EUR", facts)) return { ok: false, reason: "too_long" };
  const today = todayIn(supplier.timeZone, now().getTime());
  const historySince = shownSince(today, await displayHistoryMonths(session));
  const reader = { viewer, selection: readExportSelection(params, { today, historySince }) };
  const isAny = (condition?: ReturnType<typeof ne>) =>
    withSearch(viewer, (tx) =>
      tx
        .select({ id: invoices.id })
        .from(invoices)
        .where(and(selectedInvoices(reader), condition))
        .limit(1),
    );
  if ((await isAny()).length === 0) return { ok: false, reason: "empty" };
  if (!layout.hasCurrency && (await isAny(ne(invoices.currency, "EUR"))).length > 0)
    return { ok: false, reason: "other_currency" };
  const build = entryBuilder(settings, words.entry);
  async function* entries(): AsyncGenerator<NumberedEntry[], void, void> {
    let position = 0;
    for await (const documents of readDocuments(reader))
      for (let at = 0; at < documents.length; at += READ_AT_ONCE) {
        const ids = documents.slice(at, at + READ_AT_ONCE).map(({ id }) => id);
        const booked = await withViewer(viewer, (tx) => selectBooked(tx, viewer, ids));
        yield booked.map((invoice) => ({ ...build(invoice), position: (position += 1) }));
      }
  }
  return { ok: true, facts, entries: entries() };
}
