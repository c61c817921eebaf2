import type { CustomerUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { type CustomerSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { listOwnAccounts } from "./list-own-accounts";

/** What is ended goes on being read for no longer. */
const EVERY_MS = 5_000;

/**
 * For answers that take long: throws once the session that asked for one is over, or no longer reaches the account of
 * the viewer at whose turn it is. Asks the database every five seconds, however often it is called; being read keeps a
 * session awake as a page does.
 */
export function watchAccess(session: CustomerSession): (viewer: CustomerUser) => Promise<void> {
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

async function reachedBy(sessionId: string): Promise<ReadonlySet<string>> {
  const session = await resumeSession(sessionId);
  if (!session || !isCustomerSession(session)) return new Set();
  return new Set((await listOwnAccounts(session)).map(({ viewer }) => viewer.accountId));
}
