import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";
import type { Entry, EntryLine, Gap } from "./entry";

/** What the entries of a batch add up to. */
export interface BatchTotals {
  invoices: number;
  creditNotes: number;
  /** Invoices with at least one line to complete. */
  incomplete: number;
  firstIssuedOn: PlainDate;
  lastIssuedOn: PlainDate;
  /** With VAT; credit notes are negative. */
  totalMinor: Minor;
  /** By account, in the order of the first entry. */
  accounts: Map<string, AccountTotal>;
  /** How many invoices have each gap, with the first ones. */
  gaps: Map<Gap, { invoices: number; numbers: string[] }>;
}

export interface AccountTotal {
  account: string;
  name: string;
  role: EntryLine["role"];
  debitMinor: Minor;
  creditMinor: Minor;
}

/** How many invoices are named for each gap. */
const MOST_NAMED = 5;

export const emptyTotals = (): BatchTotals => ({
  invoices: 0,
  creditNotes: 0,
  incomplete: 0,
  firstIssuedOn: "9999-12-31",
  lastIssuedOn: "0000-01-01",
  totalMinor: 0n,
  accounts: new Map(),
  gaps: new Map(),
});

/** Adds an entry to the totals, which it changes. */
export function addToTotals(totals: BatchTotals, entry: Entry): void {
  totals.invoices += 1;
  if (entry.type === "credit_note") totals.creditNotes += 1;
  if (entry.issuedOn < totals.firstIssuedOn) totals.firstIssuedOn = entry.issuedOn;
  if (entry.issuedOn > totals.lastIssuedOn) totals.lastIssuedOn = entry.issuedOn;
  for (const { role, account, accountName: name, amount } of entry.lines) {
    if (role === "supplier") totals.totalMinor -= amount;
    const key = `${role} ${account}`;
    const known = totals.accounts.get(key) ?? { account, name, role, debitMinor: 0n, creditMinor: 0n };
    if (amount > 0n) known.debitMinor += amount;
    else known.creditMinor -= amount;
    totals.accounts.set(key, known);
  }
  const gaps = new Set(entry.lines.flatMap(({ gap }) => gap ?? []));
  if (gaps.size > 0) totals.incomplete += 1;
  for (const gap of gaps) {
    const known = totals.gaps.get(gap) ?? { invoices: 0, numbers: [] };
    known.invoices += 1;
    if (known.numbers.length < MOST_NAMED) known.numbers.push(entry.number);
    totals.gaps.set(gap, known);
  }
}
