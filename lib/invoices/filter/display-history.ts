import { addMonths, type PlainDate } from "@/lib/dates";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { supplierOfSession } from "@/lib/suppliers/find-supplier";

/** Returns the length of the user's display history: the user's choice, else the supplier's default. */
export async function displayHistoryMonths(session: ReaderSession): Promise<number> {
  return session.historyMonths ?? (await supplierOfSession(session)).defaultHistoryMonths;
}

/** Returns the first issue date shown by a display history of this number of months. */
export function shownSince(today: PlainDate, months: number): PlainDate {
  return addMonths(today, -months);
}
