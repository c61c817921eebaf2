import { mails } from "@/db/schema/mails";
import { linkCapabilities, tokens } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { and, asc, eq, inArray, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import type { MailKind } from "@/lib/mails/mail-kinds";
import { holdUsers } from "@/lib/persons/hold-users";
import { v7 as uuidv7 } from "uuid";

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
 * and every direct link of the account. Mails that surely did not arrive follow: those about invoices go to the new
 * address, or are cancelled when there is none, those with a dead link are cancelled. One that may have arrived, or is
 * with the provider at this moment, stays. Returns the account's active users at the former address, administrators
 * first.
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

/**
 * Mails that surely did not arrive: nobody tried them, or the provider has not taken them. One in doubt stays as it is;
 * its bytes never change. Returns the ids of those that go to the new address.
 */
async function moveWaitingMails(
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
    .set({ state: "cancelled" })
    .where(and(unsent, inArray(mails.kind, cancelled)));
  if (account.newAddress === null) return [];
  const moving = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(unsent, inArray(mails.kind, ABOUT_INVOICES)))
    .for("update");
  // The provider may keep the bytes of a refused try under the mail's id.
  const moved = moving.map(({ id }) => ({ id, new_id: uuidv7() }));
  const renamed = sql`jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as moved(id uuid, new_id uuid)`;
  await tx
    .update(mails)
    .set({ id: sql`moved.new_id`, recipient: account.newAddress })
    .from(renamed)
    .where(eq(mails.id, sql`moved.id`));
  await tx
    .update(linkCapabilities)
    .set({ mailId: sql`moved.new_id` })
    .from(renamed)
    .where(eq(linkCapabilities.mailId, sql`moved.id`));
  return moved.map(({ new_id }) => new_id);
}
