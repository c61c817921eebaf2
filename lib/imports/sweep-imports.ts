import { and, inArray, lt, or } from "drizzle-orm";
import { accountImports } from "@/db/schema/account-imports";
import { withViewer } from "@/lib/access/with-viewer";
import { atMostEvery } from "@/lib/at-most-every";
import { daysBefore, HOUR_MS } from "@/lib/durations";

/** The days after which an import that nobody applied is deleted. */
const UNUSED_DAYS = 7;
/**
 * The days after which an applied import is deleted, because its lines hold addresses. It cannot be undone any more.
 */
export const UNDO_DAYS = 90;

const isDue = atMostEvery(HOUR_MS);

/**
 * Deletes imports with their lines: those not applied after a week, the others after 90 days. What they changed stays in the
 * journal of each account. Runs at most once an hour in each process. Returns the number deleted.
 */
export async function sweepImports(at: Date): Promise<number> {
  if (!isDue(at)) return 0;
  const before = (days: number) => daysBefore(at, days);
  const deleted = await withViewer({ kind: "job" }, (tx) =>
    tx
      .delete(accountImports)
      .where(
        or(
          and(
            inArray(accountImports.state, ["checking", "checked"]),
            lt(accountImports.createdAt, before(UNUSED_DAYS)),
          ),
          and(
            inArray(accountImports.state, ["applied", "undone"]),
            lt(accountImports.createdAt, before(UNDO_DAYS)),
          ),
        ),
      )
      .returning({ id: accountImports.id }),
  );
  return deleted.length;
}
