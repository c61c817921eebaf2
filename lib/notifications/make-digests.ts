import { asc } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";
import { todayIn } from "@/lib/dates";
import { inTurns } from "@/lib/in-turns";
import { describeError, log } from "@/lib/log";
import { digestAccounts, type DigestDay } from "./digest-accounts";
import { lastDigestWindow } from "./digest-window";
import { ACCOUNTS_PER_BATCH, type DueWindow, findDueAccounts } from "./due-accounts";

/**
 * Makes all digests that are due: for each account with an invoice deposited before its supplier's last digest hour
 * and no digest of that day yet (R18), or, with `isImmediate`, for each account with waiting notifications. A digest
 * takes all waiting notifications of its account, so each invoice is in exactly one digest and a missed day is
 * included later. Safe to run twice and in parallel: accounts locked by another process are skipped. The suppliers take
 * turns, until `deadline`. Returns the number made.
 */
export async function makeDigests(at: Date, isImmediate = false, deadline?: Date): Promise<number> {
  let made = 0;
  const after = new Map<string, string>();
  await inTurns(await digestHours(), { at, deadline }, async ({ id: supplierId, timeZone, digestHour }) => {
    const window: DueWindow = isImmediate
      ? { day: todayIn(timeZone, at.getTime()), closedAt: null }
      : lastDigestWindow(timeZone, digestHour, at);
    const due = await findDueAccounts(supplierId, window, after.get(supplierId) ?? null);
    made += await digestEach({ supplierId, day: window.day, at }, due);
    const last = due.at(-1);
    if (last !== undefined) after.set(supplierId, last);
    return due.length === ACCOUNTS_PER_BATCH;
  });
  return made;
}

function digestHours() {
  return withViewer({ kind: "job" }, (tx) =>
    tx
      .select({ id: suppliers.id, timeZone: suppliers.timeZone, digestHour: suppliers.digestHour })
      .from(suppliers)
      .orderBy(asc(suppliers.id)),
  );
}

/**
 * Makes the digests of all these accounts in one transaction. If that fails, makes each in a separate transaction, so
 * that an error in one account does not stop the others.
 */
async function digestEach(digestDay: DigestDay, accountIds: readonly string[]): Promise<number> {
  try {
    return await digestAccounts(digestDay, accountIds);
  } catch (error) {
    if (accountIds.length > 1) {
      let made = 0;
      for (const accountId of accountIds) made += await digestEach(digestDay, [accountId]);
      return made;
    }
    const [accountId = ""] = accountIds;
    log("error", "digest_not_made", { supplierId: digestDay.supplierId, accountId, ...describeError(error) });
    return 0;
  }
}
