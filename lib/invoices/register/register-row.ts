import { type PlainDate, todayIn } from "@/lib/dates";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { downloadPath, invoicePath } from "@/lib/invoices/filter/invoice-paths";
import { parseAmount } from "@/lib/invoices/filter/parse-amount";
import { type Minor, toDecimal } from "@/lib/money";
import { type PaymentWay, paymentWay } from "@/lib/payment-means";
import type { OwnAccount } from "@/lib/persons/own-account";
import type { OwnedEntry } from "./list-across-accounts";
import { findHit, type Hit } from "./search-hit";
import type { ListedInvoice, RegisterEntry } from "./select-invoices";

/** The user's reading state of an invoice; `on`: day of the first download, in the supplier's time zone. */
type ReadingState = { kind: "new" | "seen" } | { kind: "taken"; on: PlainDate };

/** One row of the list. */
export interface RegisterRow extends ListedInvoice {
  readingState: ReadingState;
  /** Deposited since the user's last visit, and neither opened nor taken. */
  isSinceLastVisit: boolean;
  /** What happens on the due date. */
  paymentWay: PaymentWay;
  /** The company, when the list covers several. */
  company: string | null;
  /** What the search found in the row. */
  hits: RowHits;
  /** The invoice's page. */
  href: string;
  /** The original; for another company than the open one, it is read as that company's user. */
  downloadHref: string;
}

/** Where the searched texts are: in the number, in a contract or a plate by its place, in an amount. */
interface RowHits {
  number?: Hit;
  contract?: { at: number; hit: Hit };
  vehicle?: { at: number; hit: Hit };
  withVat?: true;
  withoutVat?: true;
}

interface Reader {
  /** The supplier's time zone. */
  timeZone: string;
  lastVisitAt: Date | null;
  /** The query string of the list, with its `?`, so that an invoice's page can link back. */
  listQuery: string;
  filter: InvoiceFilter;
  nameOf: (account: OwnAccount) => string;
}

export function registerRow(
  { account, ...entry }: OwnedEntry<OwnAccount | null>,
  { timeZone, lastVisitAt, listQuery, filter, nameOf }: Reader,
): RegisterRow {
  const isUnread = entry.seenAt === null && entry.takenAt === null;
  return {
    ...entry,
    readingState: readingState(entry, timeZone),
    isSinceLastVisit: isUnread && lastVisitAt !== null && entry.depositedAt > lastVisitAt,
    paymentWay: paymentWay(entry),
    company: account && nameOf(account),
    hits: rowHits(entry, filter),
    href: invoicePath(entry.id, listQuery),
    downloadHref: downloadPath(entry.id, account === null || account.isCurrent ? "own" : "all"),
  };
}

function rowHits(row: ListedInvoice, { q, contract, vehicle }: InvoiceFilter): RowHits {
  if (q === null && contract === null && vehicle === null) return {};
  const hits: RowHits = {};
  const number = q === null ? null : findHit(row.number, q);
  const inContracts = hitAmong(row.contracts, contract ?? q);
  const inVehicles = hitAmong(row.vehicles, vehicle ?? q);
  if (number) hits.number = number;
  if (inContracts) hits.contract = inContracts;
  if (inVehicles) hits.vehicle = inVehicles;
  const amount = q === null ? null : parseAmount(q)?.replace("-", "");
  if (amount && isAmount(row.signedWithVatMinor, row.currency, amount)) hits.withVat = true;
  if (amount && isAmount(row.signedWithoutVatMinor, row.currency, amount)) hits.withoutVat = true;
  return hits;
}

function hitAmong(names: readonly string[], searched: string | null): { at: number; hit: Hit } | null {
  if (searched === null) return null;
  for (const [at, name] of names.entries()) {
    const hit = findHit(name, searched);
    if (hit) return { at, hit };
  }
  return null;
}

/** Whether the amount, without its sign, is this decimal; both in the form that `parseAmount` writes. */
const isAmount = (minor: Minor | null, currency: string, decimal: string): boolean =>
  minor !== null && parseAmount(toDecimal(minor < 0n ? -minor : minor, currency)) === decimal;

function readingState({ seenAt, takenAt }: RegisterEntry, timeZone: string): ReadingState {
  if (takenAt !== null) return { kind: "taken", on: todayIn(timeZone, takenAt.getTime()) };
  return { kind: seenAt === null ? "new" : "seen" };
}
