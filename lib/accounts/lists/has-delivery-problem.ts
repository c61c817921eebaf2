import { and, eq, exists, gte, isNotNull, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { isOneOf } from "@/db/schema/columns";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { deliveries, mails } from "@/db/schema/mails";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { problemsSince } from "./account-list";

/**
 * The condition on `accounts` for a delivery problem: mails to the address of the account or of an active user are
 * stopped, or a recent mail to such an address did not arrive and no later mail to it did.
 */
export function hasDeliveryProblem(tx: Transaction, viewer: StaffUser, at: Date): SQL {
  const account = alias(accounts, "addressed");
  const ofSupplier = eq(mailAddresses.supplierId, viewer.supplierId);
  const byAddress = tx
    .select({ id: account.id })
    .from(mailAddresses)
    .innerJoin(
      account,
      and(eq(account.supplierId, mailAddresses.supplierId), eq(account.email, mailAddresses.email)),
    )
    .where(ofSupplier);
  const byPerson = tx
    .select({ id: users.accountId })
    .from(mailAddresses)
    .innerJoin(users, and(eq(users.email, mailAddresses.email), isOneOf(users.status, ["active"])))
    .where(and(ofSupplier, isNotNull(users.accountId)));
  // One list of ids: with `or` PostgreSQL would go through all accounts and look each one up in three lists.
  return sql`${accounts.id} in (${byAddress} union ${byPerson} union ${accountsOfFailedMails(tx, viewer, at)})`;
}

function accountsOfFailedMails(tx: Transaction, viewer: StaffUser, at: Date) {
  const account = alias(accounts, "mailed");
  const later = alias(mails, "later");
  const arrived = alias(deliveries, "arrived");
  return tx
    .select({ id: mails.accountId })
    .from(deliveries)
    .innerJoin(mails, eq(mails.id, deliveries.mailId))
    .innerJoin(account, eq(account.id, mails.accountId))
    .where(
      and(
        eq(deliveries.supplierId, viewer.supplierId),
        isOneOf(deliveries.state, ["delayed", "bounced", "complained", "undeliverable"]),
        gte(deliveries.updatedAt, problemsSince(at)),
        or(
          eq(account.email, mails.recipient),
          exists(
            tx
              .select({ one: sql`1` })
              .from(users)
              .where(
                and(
                  eq(users.accountId, account.id),
                  eq(users.email, mails.recipient),
                  isOneOf(users.status, ["active"]),
                ),
              ),
          ),
        ),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(later)
            .innerJoin(arrived, eq(arrived.mailId, later.id))
            .where(
              and(
                eq(later.accountId, mails.accountId),
                eq(later.recipient, mails.recipient),
                gte(later.createdAt, mails.createdAt),
                isOneOf(arrived.state, ["delivered"]),
              ),
            ),
        ),
      ),
    );
}
