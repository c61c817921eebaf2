import { mails } from "@/db/schema/mails";
import { linkCapabilities, tokens } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { and, asc, eq, inArray, isNull, ne, notInArray, or } from "drizzle-orm";
import type { MailKind } from "@/lib/mails/mail-kinds";
import { holdUsers } from "@/lib/persons/hold-users";

const ABOUT_INVOICES = [
  "notification_link",
  "notification_attachment",
  "digest",
  "expiry_warning",
] satisfies MailKind[];
const WITH_TOKEN = ["activation", "recovery", "invitation", "attachment"] satisfies MailKind[];

export interface FormerUser {
  id: string;
  role: string;
}

/**
 * Ends what was mailed to an account's former address (R21): its unused links to choose a password or to attach,
 * and every direct link of the account. Mails that nobody has tried to send yet follow: those about invoices go to the new address, or
 * are cancelled when there is none, those with a dead link are cancelled. Returns the account's active users at the
 * former address, administrators first.
 */
export async function endOldLinks(
  tx: Transaction,
  account: { supplierId: string; accountId: string; formerAddress: string; newAddress: string | null },
  at: Date,
): Promise<FormerUser[]> {
  const { supplierId, accountId, formerAddress } = account;
  const moved = await moveWaitingMails(tx, account);
  const former = await tx
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.email, formerAddress), eq(users.status, "active")))
    .orderBy(asc(users.role), asc(users.id));
  const ids = former.map(({ id }) => id);
  await tx
    .update(tokens)
    .set({ consumedAt: at })
    .where(
      and(
        eq(tokens.supplierId, supplierId),
        eq(tokens.email, formerAddress),
        isNull(tokens.consumedAt),
        ne(tokens.purpose, "attachment"),
        // Not the activation of another account of the same person, which has not changed.
        or(isNull(tokens.userId), inArray(tokens.userId, ids)),
      ),
    );
  // Users before the links that attach them, as in whatever uses or ends those.
  await holdUsers(tx, ids);
  await tx
    .update(tokens)
    .set({ consumedAt: at })
    .where(and(eq(tokens.purpose, "attachment"), inArray(tokens.userId, ids), isNull(tokens.consumedAt)));
  await tx
    .update(linkCapabilities)
    .set({ revokedAt: at })
    .where(
      and(
        eq(linkCapabilities.accountId, accountId),
        isNull(linkCapabilities.revokedAt),
        or(isNull(linkCapabilities.mailId), notInArray(linkCapabilities.mailId, moved)),
      ),
    );
  return former;
}

/** A mail that was tried may have arrived; its bytes never change then. */
async function moveWaitingMails(
  tx: Transaction,
  account: { accountId: string; formerAddress: string; newAddress: string | null },
): Promise<string[]> {
  const untried = and(
    eq(mails.accountId, account.accountId),
    eq(mails.recipient, account.formerAddress),
    eq(mails.state, "queued"),
    eq(mails.tries, 0),
    isNull(mails.batchId),
  );
  const cancelled = account.newAddress === null ? [...WITH_TOKEN, ...ABOUT_INVOICES] : WITH_TOKEN;
  await tx
    .update(mails)
    .set({ state: "cancelled" })
    .where(and(untried, inArray(mails.kind, cancelled)));
  if (account.newAddress === null) return [];
  const moved = await tx
    .update(mails)
    .set({ recipient: account.newAddress })
    .where(and(untried, inArray(mails.kind, ABOUT_INVOICES)))
    .returning({ id: mails.id });
  return moved.map(({ id }) => id);
}
