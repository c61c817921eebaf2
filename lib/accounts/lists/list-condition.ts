import {
  and,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { customerRequests } from "@/db/schema/customer-requests";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { deliveries, mails } from "@/db/schema/mails";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { type AccountListName, PROBLEM_DAYS, unusedActivationBefore } from "./account-list";

const DAY_MS = 86_400_000;
const isElectronic = eq(accounts.channel, "electronic");
const isOpen = eq(accounts.state, "open");

/** The condition on `customer_requests` of the two lists: a question about an invoice is a list of its own. */
export const ofRequestKind = (list: "requests" | "questions"): SQL =>
  list === "questions"
    ? sql`${customerRequests.kind} = 'question'`
    : sql`${customerRequests.kind} in ('notification_change', 'duplicate')`;

/**
 * The condition on `accounts` of a list. Combine it with `visibleAccounts`. Each part is found by an index
 * (db/schema/accounts.ts), so that a list costs what it holds, whatever the number of accounts.
 */
export function listCondition(
  tx: Transaction,
  viewer: StaffUser,
  list: AccountListName,
  at: Date,
): SQL | undefined {
  switch (list) {
    case "no_address":
      return and(isNull(accounts.email), isElectronic, isOpen);
    case "delivery_problems":
      return and(ne(accounts.state, "closed"), isElectronic, troubledAccounts(tx, viewer, at));
    case "never_activated":
      return and(
        isNull(accounts.activatedAt),
        isNotNull(accounts.activationQueuedAt),
        lt(accounts.activationQueuedAt, unusedActivationBefore(at)),
        isNotNull(accounts.email),
        isElectronic,
        isOpen,
        notExists(activeAdministrator(tx)),
      );
    case "unseen":
      return and(isNotNull(accounts.unseenSince), isElectronic, isOpen);
    case "requests":
    case "questions":
      return inArray(accounts.id, openRequests(tx, viewer, ofRequestKind(list)));
    case "paper":
      return and(eq(accounts.channel, "paper"), ne(accounts.state, "closed"));
    case "leaving":
      return and(
        isNotNull(accounts.leavingOn),
        gte(accounts.leavingOn, sql`${at.toISOString().slice(0, 10)}::date`),
      );
  }
}

/** An administrator of the account who has chosen a password. */
function activeAdministrator(tx: Transaction) {
  return tx
    .select({ one: sql`1` })
    .from(users)
    .where(
      and(
        eq(users.accountId, accounts.id),
        eq(users.role, "administrator"),
        eq(users.status, "active"),
        isNotNull(users.passwordChangedAt),
      ),
    );
}

function openRequests(tx: Transaction, viewer: StaffUser, ofKind: SQL) {
  return tx
    .select({ id: customerRequests.accountId })
    .from(customerRequests)
    .where(
      and(eq(customerRequests.supplierId, viewer.supplierId), eq(customerRequests.state, "open"), ofKind),
    );
}

/**
 * Accounts with an address that refuses mails, of the account or of an active user; or with a recent mail to such an
 * address that did not arrive, and none that arrived since.
 */
function troubledAccounts(tx: Transaction, viewer: StaffUser, at: Date): SQL | undefined {
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
    .innerJoin(users, and(eq(users.email, mailAddresses.email), eq(users.status, "active")))
    .where(and(ofSupplier, isNotNull(users.accountId)));
  return or(
    inArray(accounts.id, byAddress),
    inArray(accounts.id, byPerson),
    inArray(accounts.id, accountsOfFailedMails(tx, viewer, at)),
  );
}

function accountsOfFailedMails(tx: Transaction, viewer: StaffUser, at: Date) {
  const account = alias(accounts, "mailed");
  const later = alias(mails, "later");
  const arrived = alias(deliveries, "arrived");
  const since = new Date(at.getTime() - PROBLEM_DAYS * DAY_MS);
  return tx
    .select({ id: mails.accountId })
    .from(deliveries)
    .innerJoin(mails, eq(mails.id, deliveries.mailId))
    .innerJoin(account, eq(account.id, mails.accountId))
    .where(
      and(
        eq(deliveries.supplierId, viewer.supplierId),
        inArray(deliveries.state, ["delayed", "bounced", "complained", "undeliverable"]),
        gte(deliveries.updatedAt, since),
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
                  eq(users.status, "active"),
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
                eq(arrived.state, "delivered"),
              ),
            ),
        ),
      ),
    );
}
