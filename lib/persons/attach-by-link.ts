import { and, eq, inArray } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { consumeTokens, lockTokens } from "@/lib/tokens/consume-tokens";
import { joinPersons, type JoinResult } from "./join-persons";
import { lockPersons } from "./lock-persons";
import { lockUsers } from "./lock-users";
import { type AttachmentOpening, linkUser, readAttachment } from "./open-attachment";

export type AttachByLinkResult = JoinResult | StaleProof | Exclude<AttachmentOpening, { ok: true }>;

/**
 * Attaches the identifier of a mailed link to the user who asked for it, in an open session of that user. Consumes the
 * link and all other open links between the two. Only one of several simultaneous uses succeeds. Needs fresh proof of
 * the signed-in person; the link proves the other identifier, as it does when a password is recovered.
 */
export async function attachByLink(session: CustomerSession, secret: string): Promise<AttachByLinkResult> {
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  return withViewer(linkUser(session, secret), async (tx): Promise<AttachByLinkResult> => {
    const at = now();
    await lockPersons(tx);
    const seen = await readAttachment(tx, session, secret, at);
    if (!seen.ok) return seen;
    // Everything that ends the link changes one of the two users. Both are locked now: the second check sees earlier
    // changes, and later ones wait.
    await lockUsers(tx, [session.viewer.userId, seen.other.userId]);
    const held = await readAttachment(tx, session, secret, at);
    if (!held.ok) return held;
    const joined = await joinPersons(tx, session, held.other);
    if (joined.ok) await consumeLinks(tx, [session.viewer.userId, held.other.userId], at);
    return joined;
  });
}

/**
 * Consumes all open links between the two users, in both directions. They are locked first, always in the same order.
 */
async function consumeLinks(tx: Transaction, pair: string[], at: Date): Promise<void> {
  const open = and(
    eq(tokens.purpose, "attachment"),
    inArray(tokens.userId, pair),
    inArray(tokens.askingUserId, pair),
  );
  await lockTokens(tx, open);
  await consumeTokens(tx, open, at);
}
