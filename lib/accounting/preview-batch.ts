import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";
import type { PlainDate } from "@/lib/dates";
import { withTurn } from "@/lib/limits/take-turn";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { type AccountingSettings, isReady } from "./accounting-settings";
import { addToTotals, type BatchTotals, emptyTotals } from "./batch-totals";
import { READ_AT_ONCE, selectBooked } from "./booked-invoices";
import { entryBuilder, type EntryWords } from "./build-entry";
import { nextBatchNumber } from "./next-batch-number";
import { selectSettings } from "./read-settings";
import { countWaiting, selectNextBatch, type WaitingInvoices } from "./waiting-invoices";

/** What the next batch would contain. */
export interface BatchPreview {
  /** The number that it would get. */
  number: number;
  waiting: WaitingInvoices;
  totals: BatchTotals;
  /** How many waiting invoices of the currency stay for a later batch. */
  left: number;
  isReady: boolean;
  issuedThrough: PlainDate | null;
}

/**
 * The next batch as it would be made now, which nothing stores. Null when nothing is waiting in that currency. It is
 * read some hundred invoices at a time, each in a short transaction.
 */
export function previewBatch(
  session: CustomerSession,
  { currency, issuedThrough }: { currency: string; issuedThrough: PlainDate | null },
  words: EntryWords,
): Promise<BatchPreview | null> {
  const { viewer, supplier } = session;
  return withTurn("exports", { owners: sessionOwners(session) }, async () => {
    const found = await withSearch(viewer, async (tx) => {
      const settings = await selectSettings(tx, viewer);
      const waiting = await countWaiting(tx, viewer, settings, supplier.timeZone);
      const one = waiting.find((group) => group.currency === currency);
      if (!one) return null;
      const choice = { currency, upTo: one.newest, issuedThrough };
      return {
        settings,
        one,
        number: await nextBatchNumber(tx, viewer),
        ids: await selectNextBatch(tx, viewer, { settings, zone: supplier.timeZone, choice }),
      };
    });
    if (!found) return null;
    const { settings, one, number, ids } = found;
    const totals = await totalsOf(session, settings, ids, words);
    return {
      number,
      waiting: one,
      totals,
      left: one.invoices - totals.invoices,
      isReady: isReady(settings),
      issuedThrough,
    };
  });
}

async function totalsOf(
  { viewer }: CustomerSession,
  settings: AccountingSettings,
  ids: readonly string[],
  words: EntryWords,
): Promise<BatchTotals> {
  const totals = emptyTotals();
  const build = entryBuilder(settings, words);
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    const booked = await withViewer(viewer, (tx) =>
      selectBooked(tx, viewer, ids.slice(at, at + READ_AT_ONCE)),
    );
    for (const invoice of booked) addToTotals(totals, build(invoice));
  }
  return totals;
}
