import { now } from "@/lib/clock";
import { type PlainDate, todayIn } from "@/lib/dates";
import { displayHistoryMonths, shownSince } from "@/lib/invoices/filter/display-history";
import { HISTORY_CHOICES, type HistoryMonths } from "@/lib/month-settings";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { type Supplier, supplierOfSession } from "@/lib/suppliers/find-supplier";
import { countByHistory } from "./count-by-history";
import { type Count, counted } from "./invoice-summary";

/** One possible length of the display history, with the invoices it would show today. */
export interface HistoryChoice {
  months: HistoryMonths;
  /** The first issue date shown; null when all kept invoices are shown. */
  since: PlainDate | null;
  count: Count;
}

/** Returns the user's display history and the possible choices. */
export async function openDisplayHistory(session: ReaderSession): Promise<{
  supplier: Supplier;
  chosenMonths: number;
  choices: HistoryChoice[];
}> {
  const supplier = await supplierOfSession(session);
  const today = todayIn(supplier.timeZone, now().getTime());
  const starts = HISTORY_CHOICES.map((months) => shownSince(today, months));
  const counts = await countByHistory(session.viewer, starts);
  return {
    supplier,
    chosenMonths: await displayHistoryMonths(session),
    choices: HISTORY_CHOICES.map((months, index) => ({
      months,
      since: months >= supplier.retentionMonths ? null : (starts[index] ?? today),
      count: counted(counts[index] ?? 0),
    })),
  };
}
