import type { AccountReader } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import {
  type CustomerSession,
  isCustomerSession,
  isSupplierStaffSession,
  type SupplierStaffSession,
} from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { listOwnAccounts } from "./list-own-accounts";

/** A download stops this long after its session ended, at the latest. */
const EVERY_MS = 5_000;

/**
 * For long responses: the returned function throws when the session has ended or can no longer open the viewer's account.
 * It asks the database at most every five seconds. Each check counts as activity of the session, like a page.
 */
export function watchAccess(session: CustomerSession): (viewer: AccountReader) => Promise<void> {
  let askedAt = now().getTime();
  let reached: ReadonlySet<string> | null = null;
  return async ({ accountId }) => {
    const at = now().getTime();
    if (at - askedAt >= EVERY_MS) {
      askedAt = at;
      reached = await reachedBy(session.id);
    }
    if (reached && !reached.has(accountId)) throw new Error("Access ended while an answer was being sent.");
  };
}

/** The same for a member of staff: throws when the session has ended, or its user no longer works for this supplier. */
export function watchStaff({ id, viewer }: SupplierStaffSession): () => Promise<void> {
  let askedAt = now().getTime();
  return async () => {
    const at = now().getTime();
    if (at - askedAt < EVERY_MS) return;
    askedAt = at;
    const current = await resumeSession(id);
    const isSupplierStaff = current !== null && isSupplierStaffSession(current);
    if (!isSupplierStaff || current.viewer.supplierId !== viewer.supplierId)
      throw new Error("Access ended while an answer was being sent.");
  };
}

async function reachedBy(sessionId: string): Promise<ReadonlySet<string>> {
  const session = await resumeSession(sessionId);
  if (!session || !isCustomerSession(session)) return new Set();
  return new Set((await listOwnAccounts(session)).map(({ viewer }) => viewer.accountId));
}
