import { and, not, type SQL } from "drizzle-orm";
import type { CustomerUser } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { displayHistoryMonths, shownSince } from "@/lib/invoices/filter/display-history";
import { effectiveFilter } from "@/lib/invoices/filter/effective-filter";
import { readInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { oneOf } from "@/lib/invoices/readings/one-of";
import { matchInvoices } from "@/lib/invoices/register/match-invoices";
import { allowance, DAY_SECONDS, takeAttempt, takeChange } from "@/lib/limits/throttle";
import { accountsInScope } from "@/lib/persons/accounts-in-scope";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { putBack } from "@/lib/takings/put-back";
import { recordTakings } from "@/lib/takings/record-takings";
import { isTakenBy } from "@/lib/takings/taken";
import { isUuid } from "@/lib/uuid";

/** `taken`: « Marquer comme prises »; `to_take`: « Remettre à prendre ». */
export type TakingChange = "taken" | "to_take";

/**
 * The invoices to change: chosen one by one, of any company of the person; or all that the list shows for this query
 * string, on all its pages (« toutes les 312 »), in its scope and within its display history.
 */
export type TakingChoice = { ids: readonly string[] } | { query: URLSearchParams };

export type TakingsChanged =
  { ok: true; count: number } | { ok: false; reason: "nothing_chosen" | "too_often" };

/** More boxes than a page has. */
export const MAX_CHOSEN = 1_000;

/** One user's changes in a day of all that the list shows, because each may read and write every invoice of an account. */
export const MAX_WHOLE_LISTS_A_DAY = 50;
const WHOLE_LISTS = allowance("takings_whole_list", MAX_WHOLE_LISTS_A_DAY, DAY_SECONDS);

/**
 * Marks invoices by hand as taken by this user, or puts them back among those left to take. It changes nothing for
 * colleagues. Each company of the person is changed as its own user, in one transaction with its line in the journal;
 * ids that are not the person's are skipped. `count` is how many invoices changed: marking what is marked changes
 * nothing. Whoever may download may mark; staff viewing as a user cannot be passed here. Safe to run twice. All that a
 * list shows is changed like a search (`withSearch`), which may throw `Busy`. Refuses an empty choice, more changes in a
 * day than `takeChange` allows, and more than MAX_WHOLE_LISTS_A_DAY of whole lists.
 */
export async function changeTakings(
  session: CustomerSession,
  choice: TakingChoice,
  change: TakingChange,
): Promise<TakingsChanged> {
  const which = "ids" in choice ? ofIds(choice.ids) : await ofQuery(session, choice.query);
  if (which === null) return { ok: false, reason: "nothing_chosen" };
  if (await isTooOften(session.viewer.userId, choice)) return { ok: false, reason: "too_often" };
  let count = 0;
  const accounts =
    "ids" in choice ? await listOwnAccounts(session) : await accountsOfQuery(session, choice.query);
  const within = "ids" in choice ? withViewer : withSearch;
  for (const { viewer, supplier } of accounts)
    if (viewer.kind !== "view_as")
      count += await changeOne(viewer, { which: which(viewer, supplier.timeZone), change, within });
  return { ok: true, count };
}

async function isTooOften(userId: string, choice: TakingChoice): Promise<boolean> {
  const at = now();
  if ((await takeChange(userId, at)) > 0) return true;
  return "query" in choice && (await takeAttempt(WHOLE_LISTS, userId, at)) > 0;
}

function accountsOfQuery(session: CustomerSession, params: URLSearchParams) {
  const { scope, filter } = readInvoiceQuery(params);
  return accountsInScope(session, scope, filter.company);
}

/** The condition for the chosen invoices of one account. */
type Which = (viewer: CustomerUser, timeZone: string) => SQL | undefined;

function ofIds(ids: readonly string[]): Which | null {
  const valid = [...new Set(ids)].filter(isUuid).slice(0, MAX_CHOSEN);
  return valid.length === 0 ? null : () => oneOf(valid);
}

async function ofQuery(session: CustomerSession, params: URLSearchParams): Promise<Which> {
  const { filter } = readInvoiceQuery(params);
  const months = await displayHistoryMonths(session);
  return (viewer, timeZone) =>
    matchInvoices(viewer, effectiveFilter(filter, shownSince(todayIn(timeZone, now().getTime()), months)));
}

interface OneChange {
  which: SQL | undefined;
  change: TakingChange;
  within: typeof withSearch;
}

function changeOne(viewer: CustomerUser, { which, change, within }: OneChange): Promise<number> {
  return within(viewer, async (tx) => {
    const at = now();
    const count =
      change === "taken"
        ? await recordTakings(tx, viewer, and(which, not(isTakenBy(viewer))), {
            way: "hand",
            proof: "delivered",
            at,
          })
        : await putBack(tx, viewer, which, at);
    if (count > 0)
      await recordAudit(tx, viewer, {
        action: change === "taken" ? "invoices_marked_taken" : "invoices_put_back",
        subjectId: viewer.userId,
        supplierId: viewer.supplierId,
        at,
        details: { count },
      });
    return count;
  });
}
