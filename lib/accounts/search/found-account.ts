/** The part of an account that a search matched; `FoundMatch.shown` is its value. */
type MatchKind =
  | "customer_number"
  | "siren"
  | "company"
  | "person"
  | "identifier"
  | "address"
  | "domain"
  | "invoice"
  | "contract"
  | "vehicle";

/** One reason why a search found an account. */
export interface FoundMatch {
  kind: MatchKind;
  /** The value as people write it. */
  shown: string;
  /** The invoice that bears this number; null for other kinds. */
  invoiceId: string | null;
  /** Whether the whole value was typed, and not only its beginning. */
  isExact: boolean;
}

/** An account that a search found, with the reasons, the exact ones first. */
export interface FoundAccount {
  accountId: string;
  matches: FoundMatch[];
}

/** Accounts listed for one search; when more are found, the page asks to type more. */
export const MAX_FOUND = 50;

/**
 * Groups what a search found by account: accounts with an exact match first, otherwise in the order in which they were
 * found. At most `MAX_FOUND` accounts; `isCut` when there were more.
 */
export function groupByAccount(found: readonly (FoundMatch & { accountId: string })[]): {
  accounts: FoundAccount[];
  isCut: boolean;
} {
  const byAccount = new Map<string, FoundMatch[]>();
  for (const { accountId, ...match } of [...found].sort((a, b) => Number(b.isExact) - Number(a.isExact))) {
    const matches = byAccount.get(accountId) ?? [];
    const isKnown = matches.some(({ kind, shown }) => kind === match.kind && shown === match.shown);
    byAccount.set(accountId, isKnown ? matches : [...matches, match]);
  }
  const accounts = [...byAccount].map(([accountId, matches]) => ({ accountId, matches }));
  return { accounts: accounts.slice(0, MAX_FOUND), isCut: accounts.length > MAX_FOUND };
}

/**
 * Returns the invoice that was looked for, when the search found exactly one by its whole number and nothing else by a
 * whole value; else null.
 */
export function onlyInvoice(
  accounts: readonly FoundAccount[],
): { accountId: string; invoiceId: string } | null {
  const exact = accounts.flatMap(({ accountId, matches }) =>
    matches.filter(({ isExact }) => isExact).map((match) => ({ accountId, ...match })),
  );
  const [one] = exact;
  if (exact.length !== 1 || one?.invoiceId == null) return null;
  return { accountId: one.accountId, invoiceId: one.invoiceId };
}
