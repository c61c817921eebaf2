import { and, asc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import { linkCapabilities, tokens } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { ABOUT_INVOICES, WITH_TOKEN } from "@/lib/mails/kinds/mail-kinds";
import { readdressMails } from "@/lib/mails/outbox/readdress-mails";
import { lockUsers } from "@/lib/persons/lock-users";

export interface FormerUser {
  id: string;
  role: string;
}

/**
 * Ends the links mailed to an account's former address (R21): unused links to choose a password or to attach, and all
 * direct links of the account. Mails that surely did not arrive: those about invoices go to the new address, or are
 * cancelled when there is none; those with an ended link are cancelled. A mail that may have arrived stays as it is.
 * One now being sent is readdressed once it is known that the provider did not accept it (`recordOutcome`). Returns
 * the account's active users at the former address, administrators first.
 */
export async function endOldLinks(
  tx: Transaction,
  account: { supplierId: string; accountId: string; formerAddress: string; newAddress: string | null },
  at: Date,
): Promise<FormerUser[]> {
  const { supplierId, accountId, formerAddress, newAddress } = account;
  const moving = await takeWaitingMails(tx, account);
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
        // Not the link of another account of the same person, whose address did not change.
        or(isNull(tokens.userId), inArray(tokens.userId, ids)),
      ),
    );
  // Users are locked before the links that attach them, in the same order as everywhere else.
  await lockUsers(tx, ids);
  await tx
    .update(tokens)
    .set({ consumedAt: at })
    .where(and(eq(tokens.purpose, "attachment"), inArray(tokens.userId, ids), isNull(tokens.consumedAt)));
  await tx
    .update(linkCapabilities)
    .set({ revokedAt: at })
    .where(and(eq(linkCapabilities.accountId, accountId), isNull(linkCapabilities.revokedAt)));
  if (newAddress !== null)
    await readdressMails(
      tx,
      moving.map((id) => ({ id, recipient: newAddress })),
      at,
    );
  return former;
}

/**
 * Cancels or locks the mails that surely did not arrive: not tried yet, or not accepted by the provider. A mail in
 * doubt stays as it is: its bytes never change. Returns the ids of those to send to the new address.
 */
async function takeWaitingMails(
  tx: Transaction,
  account: { accountId: string; formerAddress: string; newAddress: string | null },
): Promise<string[]> {
  const unsent = and(
    eq(mails.accountId, account.accountId),
    eq(mails.recipient, account.formerAddress),
    eq(mails.state, "queued"),
    isNull(mails.mayHaveArrivedSince),
    isNull(mails.batchId),
  );
  const cancelled = account.newAddress === null ? [...WITH_TOKEN, ...ABOUT_INVOICES] : WITH_TOKEN;
  await tx
    .update(mails)
    .set({ state: "cancelled", reason: "address_changed" })
    .where(and(unsent, inArray(mails.kind, cancelled)));
  if (account.newAddress === null) return [];
  const moving = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(unsent, inArray(mails.kind, ABOUT_INVOICES)))
    .for("update");
  return moving.map(({ id }) => id);
}
