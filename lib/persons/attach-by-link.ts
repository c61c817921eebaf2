import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { holdUsers } from "./hold-users";
import { joinPersons, type JoinResult } from "./join-persons";
import { lockPersons } from "./lock-persons";
import { type AttachmentOpening, linkUser, readAttachment } from "./open-attachment";

export type AttachByLinkResult = JoinResult | Exclude<AttachmentOpening, { ok: true }>;

/**
 * Attaches the identifier whose mailed link this is, for the user who asked for it and in a live session of theirs, and
 * consumes the link with every other open one of the two. Of several uses at once one succeeds.
 */
export function attachByLink(session: CustomerSession, secret: string): Promise<AttachByLinkResult> {
  return withViewer(linkUser(session, secret), async (tx): Promise<AttachByLinkResult> => {
    const at = now();
    await lockPersons(tx);
    const seen = await readAttachment(tx, session, secret, at);
    if (!seen.ok) return seen;
    // Whatever ends the link changes one of the two: it has happened before the second look, or waits for us.
    await holdUsers(tx, [session.viewer.userId, seen.other.userId]);
    const held = await readAttachment(tx, session, secret, at);
    if (!held.ok) return held;
    const joined = await joinPersons(tx, session, held.other);
    if (joined.ok) await consumeLinks(tx, [session.viewer.userId, held.other.userId], at);
    return joined;
  });
}

/** All open links between the two, in either direction and in one order. */
async function consumeLinks(tx: Transaction, pair: string[], at: Date): Promise<void> {
  const open = and(
    eq(tokens.purpose, "attachment"),
    inArray(tokens.userId, pair),
    inArray(tokens.askingUserId, pair),
    isNull(tokens.consumedAt),
  );
  await tx.select({ id: tokens.id }).from(tokens).where(open).orderBy(asc(tokens.id)).for("update");
  await tx.update(tokens).set({ consumedAt: at }).where(open);
}
