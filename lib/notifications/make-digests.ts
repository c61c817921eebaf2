import { asc } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";
import { todayIn } from "@/lib/dates";
import { describeError, log } from "@/lib/log";
import { digestAccounts, type DigestDay } from "./digest-accounts";
import { lastDigestWindow } from "./digest-window";
import { ACCOUNTS_PER_BATCH, type DueWindow, findDueAccounts } from "./due-accounts";

/**
 * Makes all digests that are due: for each account with an invoice deposited before its supplier's last digest hour
 * and no digest of that day yet (R18), or, with `isImmediate`, for each account with waiting notifications. A digest
 * takes all waiting notifications of its account, so each invoice is in exactly one digest and a missed day is
 * included later. Safe to run twice and in parallel: accounts locked by another process are skipped. Returns the
 * number made.
 */
export async function makeDigests(at: Date, isImmediate = false): Promise<number> {
  let made = 0;
  for (const { id: supplierId, timeZone, digestHour } of await digestHours()) {
    const window: DueWindow = isImmediate
      ? { day: todayIn(timeZone, at.getTime()), closedAt: null }
      : lastDigestWindow(timeZone, digestHour, at);
    made += await makeDue(supplierId, window, at);
    // What staff asked to send again waits for no hour, and takes nothing from the digest of the day.
    const today = todayIn(timeZone, at.getTime());
    made += await makeDue(supplierId, { day: today, closedAt: null, isRequested: true }, at);
  }
  return made;
}

async function makeDue(supplierId: string, window: DueWindow, at: Date): Promise<number> {
  const { day, isRequested = false } = window;
  let made = 0;
  for (let after: string | null = null; ;) {
    const due = await findDueAccounts(supplierId, window, after);
    made += await digestEach({ supplierId, day, at, isRequested }, due);
    if (due.length < ACCOUNTS_PER_BATCH) return made;
    after = due.at(-1) ?? null;
  }
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
 * All in one transaction; if that fails, each in its own, so that an error in one account does not stop the others.
 */
async function digestEach(of: DigestDay, accountIds: readonly string[]): Promise<number> {
  try {
    return await digestAccounts(of, accountIds);
  } catch (error) {
    if (accountIds.length > 1) {
      let made = 0;
      for (const accountId of accountIds) made += await digestEach(of, [accountId]);
      return made;
    }
    const [accountId = ""] = accountIds;
    log("error", "digest_not_made", { supplierId: of.supplierId, accountId, ...describeError(error) });
    return 0;
  }
}
