import type { AccountReader } from "@/lib/access/viewer";
import { atMostEvery } from "@/lib/at-most-every";
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
 * Returns a check for long responses. It throws when the session has ended or can no longer open the viewer's account.
 * It queries the database at most every five seconds; each query counts as activity of the session, like a page.
 */
export function watchAccess({ id }: CustomerSession): (viewer: AccountReader) => Promise<void> {
  const openAccounts = askedAtMostEvery(EVERY_MS, () => listOpenAccounts(id));
  return async ({ accountId }) => {
    const open = await openAccounts();
    if (open && !open.has(accountId)) throw accessEnded();
  };
}

/**
 * Returns such a check for staff. It throws when the session has ended or its user no longer works for this supplier.
 */
export function watchStaff({ id, viewer }: SupplierStaffSession): () => Promise<void> {
  const isStillStaff = askedAtMostEvery(EVERY_MS, () => isStaffOf(viewer.supplierId, id));
  return async () => {
    if ((await isStillStaff()) === false) throw accessEnded();
  };
}

const accessEnded = () => new Error("Access ended while an answer was being sent.");

/**
 * Returns a function that calls `ask` at most once every `everyMs`, and otherwise returns its last answer. During the
 * first `everyMs` it returns null.
 */
function askedAtMostEvery<Answer>(everyMs: number, ask: () => Promise<Answer>): () => Promise<Answer | null> {
  const isDue = atMostEvery(everyMs, now());
  let last: Answer | null = null;
  return async () => {
    if (isDue(now())) last = await ask();
    return last;
  };
}

async function isStaffOf(supplierId: string, sessionId: string): Promise<boolean> {
  const session = await resumeSession(sessionId);
  return session !== null && isSupplierStaffSession(session) && session.viewer.supplierId === supplierId;
}

async function listOpenAccounts(sessionId: string): Promise<ReadonlySet<string>> {
  const session = await resumeSession(sessionId);
  if (!session || !isCustomerSession(session)) return new Set();
  return new Set((await listOwnAccounts(session)).map(({ viewer }) => viewer.accountId));
}
