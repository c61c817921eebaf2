import { type PlainDate, todayIn } from "@/lib/dates";
import { downloadPath, invoicePath } from "@/lib/invoices/filter/invoice-paths";
import { type PaymentWay, paymentWay } from "@/lib/payment-means";
import { accountLabel } from "@/lib/persons/account-label";
import type { OwnAccount } from "@/lib/persons/own-account";
import type { OwnedEntry } from "./list-across-accounts";
import type { ListedInvoice, RegisterEntry } from "./select-invoices";

/** The user's reading state of an invoice; `on`: day of the first download, in the supplier's time zone. */
type ReadingState = { kind: "new" | "seen" } | { kind: "downloaded"; on: PlainDate };

/** One row of the list. */
export interface RegisterRow extends ListedInvoice {
  readingState: ReadingState;
  /** Deposited since the user's last visit, and neither opened nor downloaded. */
  isSinceLastVisit: boolean;
  /** What happens on the due date. */
  paymentWay: PaymentWay;
  /** The company, when the list covers several. */
  company: string | null;
  /** The invoice's page. */
  href: string;
  /** The original; for another company than the open one, it is read as that company's user. */
  downloadHref: string;
}

interface Reader {
  /** The supplier's time zone. */
  timeZone: string;
  lastVisitAt: Date | null;
  /** The query string of the list, with its `?`, so that an invoice's page can link back. */
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
    paymentWay: paymentWay(entry),
    company: account && accountLabel(account),
    href: invoicePath(entry.id, listQuery),
    downloadHref: downloadPath(entry.id, account === null || account.isCurrent ? "own" : "all"),
  };
}

function readingState({ seenAt, downloadedAt }: RegisterEntry, timeZone: string): ReadingState {
  if (downloadedAt !== null) return { kind: "downloaded", on: todayIn(timeZone, downloadedAt.getTime()) };
  return { kind: seenAt === null ? "new" : "seen" };
}
