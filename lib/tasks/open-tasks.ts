import { cache } from "react";
import type { Transaction } from "@/db/transaction";
import { isTooSlow } from "@/lib/access/query-failure";
import { MAX_QUERY_MS } from "@/lib/access/with-search";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { accountsInScope, type ScopedAccount } from "@/lib/persons/accounts-in-scope";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import type { Scope } from "@/lib/persons/scope";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { countTasks } from "./count-tasks";
import { addUpTasks, countLines, type TaskCounts } from "./task-counts";

/** What is to do in the accounts of a scope. */
export interface Tasks {
  accounts: { account: ScopedAccount; counts: TaskCounts }[];
  /** Over all these accounts. */
  counts: TaskCounts;
  /** The lines of « À faire »: the number of its tab. */
  lines: number;
}

/**
 * Counts what is to do in the session's company or in all of the person's, each read as its own user. Read once for each
 * request: the tabs and « À faire » show the same numbers.
 */
export const openTasks = cache(async (session: ReaderSession, scope: Scope): Promise<Tasks> =>
  sumTasks(
    await queryPerAccount(
      await accountsInScope(session, scope),
      (tx, account) => countTasksOf(tx, account, session),
      // Who has taken everything of a large account makes the count read all of it.
      { longestQueryMs: MAX_QUERY_MS },
    ),
  ),
);

/** The same for the tabs of any page; null when counting takes too long, because a page needs no numbers in its tabs. */
export async function openTabCounts(session: ReaderSession, scope: Scope): Promise<Tasks | null> {
  try {
    return await openTasks(session, scope);
  } catch (error) {
    if (isTooSlow(error)) return null;
    throw error;
  }
}

/** Counts what is to do in one account of the person, within a transaction of its own user. */
export const countTasksOf = async (tx: Transaction, account: ScopedAccount, session: ReaderSession) => ({
  account,
  counts: await countTasks(tx, account.viewer, {
    today: todayIn(account.supplier.timeZone, now().getTime()),
    lastVisitAt: session.previousVisitAt,
  }),
});

/** Adds up what is to do in these accounts. */
export const sumTasks = (accounts: Tasks["accounts"]): Tasks => ({
  accounts,
  counts: addUpTasks(accounts.map(({ counts }) => counts)),
  lines: accounts.reduce((sum, { counts }) => sum + countLines(counts), 0),
});
