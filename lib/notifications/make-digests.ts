import { asc } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";
import { todayIn } from "@/lib/dates";
import { describeError, log } from "@/lib/log";
import { digestAccounts, type DigestDay } from "./digest-accounts";
import { lastDigestWindow } from "./digest-window";
import { ACCOUNTS_AT_ONCE, type DueWindow, findDueAccounts } from "./due-accounts";

/**
 * Makes the digests that are due: for every account with an invoice deposited before its supplier's last digest hour
 * and no digest of that day yet (R18), or, with `isImmediate`, for every account with anything waiting. A digest takes
 * everything its account has waiting, so each invoice is in exactly one, and a missed day is caught up. Safe twice and
 * side by side: an account that another process holds is left to it. Returns how many were made.
 */
export async function makeDigests(at: Date, isImmediate = false): Promise<number> {
  let made = 0;
  for (const { id: supplierId, timeZone, digestHour } of await digestHours()) {
    const window: DueWindow = isImmediate
      ? { day: todayIn(timeZone, at.getTime()), closedAt: null }
      : lastDigestWindow(timeZone, digestHour, at);
    for (let after: string | null = null; ;) {
      const due = await findDueAccounts(supplierId, window, after);
      made += await digestEach({ supplierId, day: window.day, at }, due);
      if (due.length < ACCOUNTS_AT_ONCE) break;
      after = due.at(-1) ?? null;
    }
  }
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

/** All in one transaction; when that fails each in its own, so that the fault of one account is not the others'. */
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
