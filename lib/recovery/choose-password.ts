import { and, eq, isNull, ne } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { TokenHolder } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { Busy } from "@/lib/limits/take-turn";
import { PER_IDENTIFIER, returnAttempts } from "@/lib/limits/throttle";
import { isConfirmed } from "@/lib/password-rule";
import { lockUsers } from "@/lib/persons/lock-users";
import { deviceHash } from "@/lib/sign-in/known-device/known-device";
import { rememberDevice } from "@/lib/sign-in/known-device/remember-device";
import { type NewPasswordFault, newPasswordFaults } from "@/lib/sign-in/password/new-password-faults";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { storePassword } from "@/lib/sign-in/password/store-password";
import { consumeTokens, lockTokens } from "@/lib/tokens/consume-tokens";
import { queuePasswordChangedMail } from "@/lib/users/queue-password-changed-mail";
import type { Recoverable } from "./find-recoverable";
import { type OpenToken, openToken, readToken, tokenHolder } from "./open-token";

export interface PasswordChoice {
  /** Null for operators. */
  supplierId: string | null;
  /** The secret of the mailed link. */
  secret: string;
  /** A user's id; "all" sets the password of every user of the link (« le même mot de passe pour toutes »). */
  userId: string;
  password: string;
  confirmation: string;
  /** The secret in the browser's cookie. Once the password is set, the browser is a known device of these users. */
  device?: string;
}

export type ChosenPassword =
  /** `wasAttached`: other identifiers were attached to one of the users; these attachments have ended. */
  | { ok: true; identifier: string; wasAttached: boolean }
  | { ok: false; reason: "unknown" }
  | { ok: false; reason: "expired" | "used"; email: string }
  | { ok: false; reason: "refused"; faults: (NewPasswordFault | "different" | "nobody_chosen" | "busy")[] };

/**
 * Sets the password of one user, or of all users of the link, and consumes the link and all other links of the same
 * address at this supplier (R6). The use of the link proves the address. All sessions of these users end, and a mail
 * notifies them. The password is hashed before the transaction and the link is consumed inside it, so only one of two
 * simultaneous uses succeeds. A user whose address changed meanwhile keeps the old password, because the link does not
 * prove the new address.
 */
export async function choosePassword(choice: PasswordChoice): Promise<ChosenPassword> {
  const opened = await openToken(choice.supplierId, choice.secret);
  if (!opened.ok) return opened;
  const chosen = opened.token.users.filter(
    (user) => choice.userId === "all" || user.userId === choice.userId,
  );
  const faults = newPasswordFaults(choice.password, ...chosen.map(({ identifier }) => identifier));
  const refused = [
    ...faults,
    ...(chosen.length === 0 ? (["nobody_chosen"] as const) : []),
    ...(!isConfirmed(choice.password, choice.confirmation) ? (["different"] as const) : []),
  ];
  if (refused.length > 0) return { ok: false, reason: "refused", faults: refused };
  // Only the owner of the address has the mailed link, so the request is served before those of strangers.
  const asker = { owners: chosen.slice(0, 1).map(({ userId }) => `user:${userId}` as const), isKnown: true };
  const passwordHash = await hashPassword(choice.password, asker).catch((error: unknown) => {
    if (error instanceof Busy) return null;
    throw error;
  });
  if (passwordHash === null) return { ok: false, reason: "refused", faults: ["busy"] };

  const holder = tokenHolder(choice.supplierId, choice.secret);
  const result = await withViewer(holder, async (tx): Promise<ChosenPassword> => {
    const at = now();
    await lockTokens(tx, linksOf(choice.supplierId, opened.token.email));
    // Locks the users, so that no address or access changes before the password is stored.
    await lockUsers(
      tx,
      chosen.map(({ userId }) => userId),
    );
    const locked = await readToken(tx, choice.supplierId, choice.secret, at);
    if (!locked.ok) return locked;
    const remaining = locked.token.users.filter((user) =>
      chosen.some(({ userId }) => userId === user.userId),
    );
    if (remaining.length === 0) return { ok: false, reason: "refused", faults: ["nobody_chosen"] };
    await consumeTokens(tx, linksOf(choice.supplierId, locked.token.email), at);
    for (const user of remaining) {
      const stamp = await setPassword(tx, holder, user, passwordHash, at);
      const secretHash = deviceHash(choice.device ?? "");
      if (secretHash && stamp !== null)
        await rememberDevice(tx, { userId: user.userId, stamp, secretHash, at });
    }
    await notifyByMail(tx, choice.supplierId, locked.token, remaining, at);
    const wasAttached = remaining.some(({ isAttached }) => isAttached);
    return { ok: true, identifier: remaining[0]?.identifier ?? "", wasAttached };
  });
  if (result.ok) for (const user of chosen) await returnAttempts(PER_IDENTIFIER, user.identifier, true);
  return result;
}

/** The links to lock and to consume. Attachment links end when the user's password changes (trigger on users). */
const linksOf = (supplierId: string | null, email: string) =>
  and(
    supplierId === null ? isNull(tokens.supplierId) : eq(tokens.supplierId, supplierId),
    eq(tokens.email, email),
    ne(tokens.purpose, "attachment"),
  );

async function setPassword(
  tx: Transaction,
  holder: TokenHolder,
  user: Recoverable,
  passwordHash: string,
  at: Date,
): Promise<number | null> {
  const stamp = await storePassword(tx, eq(users.id, user.userId), { passwordHash, at, provesAddress: true });
  await recordAudit(tx, holder, {
    action: "password_chosen",
    subjectId: user.userId,
    supplierId: holder.supplierId ?? undefined,
    accountId: user.accountId ?? undefined,
    at,
  });
  return stamp;
}

async function notifyByMail(
  tx: Transaction,
  supplierId: string | null,
  token: OpenToken,
  chosen: readonly Recoverable[],
  at: Date,
): Promise<void> {
  const [first] = chosen;
  if (!first) return;
  await queuePasswordChangedMail(tx, {
    supplierId,
    accountId: first.accountId,
    userId: first.userId,
    recipient: token.email,
    locale: first.locale,
    accounts: chosen.map(({ companyName, customerNumber, identifier }) => ({
      companyName,
      customerNumber,
      identifier,
    })),
    subjectId: token.id,
    at,
  });
}
