import { type PlainDate, todayIn } from "@/lib/dates";
import { downloadPath, invoicePath } from "@/lib/invoices/filter/invoice-paths";
import { accountLabel } from "@/lib/persons/account-label";
import type { OwnAccount } from "@/lib/persons/own-account";
import type { OwnedEntry } from "./list-across";
import type { ListedInvoice, RegisterEntry } from "./select-invoices";

/** What the reader did with an invoice; `on` is the supplier's day on which it was first downloaded. */
type ReadingState = { kind: "new" | "seen" } | { kind: "downloaded"; on: PlainDate };

/** An invoice as a line of the list. */
export interface RegisterRow extends ListedInvoice {
  readingState: ReadingState;
  /** Deposited since the reader's last visit, and neither opened nor downloaded. */
  isSinceLastVisit: boolean;
  /** Whose it is, where the list is about several companies. */
  company: string | null;
  /** The invoice's page. */
  href: string;
  /** The original; of another company than the one that is open, it is taken as that company's user. */
  downloadHref: string;
}

interface Reader {
  /** The supplier's. */
  timeZone: string;
  lastVisitAt: Date | null;
  /** What the list's URL says, with its `?`: invoices lead back to it. */
  listQuery: string;
}

export function registerRow(
  { account, ...entry }: OwnedEntry<OwnAccount | null>,
  { timeZone, lastVisitAt, listQuery }: Reader,
): RegisterRow {
  const isUnread = entry.seenAt === null && entry.downloadedAt === null;
  return {
    ...entry,
    readingState: readingState(entry, timeZone),
    isSinceLastVisit: isUnread && lastVisitAt !== null && entry.depositedAt > lastVisitAt,
    company: account && accountLabel(account),
    href: invoicePath(entry.id, listQuery),
    downloadHref: downloadPath(entry.id, account === null || account.isCurrent ? "own" : "all"),
  };
}

function readingState({ seenAt, downloadedAt }: RegisterEntry, timeZone: string): ReadingState {
  if (downloadedAt !== null) return { kind: "downloaded", on: todayIn(timeZone, downloadedAt.getTime()) };
  return { kind: seenAt === null ? "new" : "seen" };
}
