import { and, eq } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { VALUE_COLUMNS } from "@/lib/accounts/account-values";
import { findSupersededOf } from "@/lib/accounts/corrections/find-superseded";
import { findBounced } from "@/lib/accounts/find-bounced";
import type { FormerValues } from "@/lib/accounts/superseded-values";
import type { RecordedAccount } from "./judge-line";
import type { LineRead } from "./read-line";

/** Leading zeros are restored up to this number of digits. */
const LONGEST_FILLED = 12;

/** What lines are compared with: the accounts that each may mean, and their former values. */
export interface Recorded {
  accountsOf(number: string | null): readonly RecordedAccount[];
  formerOf(account: RecordedAccount | undefined): FormerValues;
}

/** Loads what is recorded about all the accounts and addresses of these lines, in three queries. */
export async function loadRecorded(
  tx: Transaction,
  viewer: StaffUser,
  lines: readonly LineRead[],
): Promise<Recorded> {
  const numbers = lines.flatMap(({ customerNumber }) => possibleNumbers(customerNumber));
  const found = new Map((await findAccounts(tx, viewer, numbers)).map((one) => [one.customerNumber, one]));
  const ids = [...found.values()].map(({ id }) => id);
  const addresses = lines.flatMap(({ asked }) =>
    asked.ok && asked.values.email ? [asked.values.email] : [],
  );
  const [replaced, bounced] = await Promise.all([
    ids.length > 0 ? findSupersededOf(tx, viewer, ids) : new Map<string, never>(),
    findBounced(tx, viewer, addresses),
  ]);
  return {
    accountsOf: (number) =>
      possibleNumbers(number).flatMap((possible) => {
        const account = found.get(possible);
        return account ? [account] : [];
      }),
    formerOf: (account) => ({ replaced: (account && replaced.get(account.id)) ?? new Map(), bounced }),
  };
}

/**
 * The number as it is written; for digits also with the leading zeros that spreadsheets remove, and without the
 * spaces that they put between thousands (204 118).
 */
export function possibleNumbers(number: string | null): string[] {
  if (number === null) return [];
  const digits = /^\d{1,3}(?: \d{3})+$/.test(number) ? number.replaceAll(" ", "") : number;
  if (!/^\d+$/.test(digits)) return [number];
  const filled = Array.from({ length: Math.max(0, LONGEST_FILLED - digits.length) }, (_, index) =>
    digits.padStart(digits.length + index + 1, "0"),
  );
  return [...new Set([number, digits]), ...filled];
}

async function findAccounts(
  tx: Transaction,
  viewer: StaffUser,
  numbers: readonly string[],
): Promise<RecordedAccount[]> {
  if (numbers.length === 0) return [];
  const rows = await tx
    .select({
      id: accounts.id,
      customerNumber: accounts.customerNumber,
      state: accounts.state,
      activatedAt: accounts.activationQueuedAt,
      pendingEmail: accounts.pendingEmail,
      values: VALUE_COLUMNS,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), isAmong(accounts.customerNumber, [...new Set(numbers)])));
  return rows.map(({ state, activatedAt, ...row }) => ({
    ...row,
    isClosed: state === "closed",
    isActivated: activatedAt !== null,
  }));
}
