import { and, eq, gte, inArray, isNotNull, isNull, lt, notExists, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { isOneOf } from "@/db/schema/columns";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { type AccountListName, unusedActivationBefore } from "./account-list";
import { hasDeliveryProblem } from "./has-delivery-problem";

// The values are literals, because PostgreSQL does not use a partial index for a value that is a parameter.
const isElectronic = isOneOf(accounts.channel, ["electronic"]);
const isOpen = isOneOf(accounts.state, ["open"]);
const isNotClosed = sql`${accounts.state} <> 'closed'`;

/**
 * The condition on `customer_requests` for the list `questions`, or for the list `requests`, which has all other
 * kinds.
 */
export const ofRequestKind = (list: "requests" | "questions"): SQL =>
  list === "questions"
    ? sql`${customerRequests.kind} = 'question'`
    : sql`${customerRequests.kind} in ('notification_change', 'duplicate')`;

/**
 * The condition on `accounts` of a list. Combine it with `visibleAccounts`. Each part uses an index
 * (db/schema/accounts.ts), so that the cost depends on the length of the list and not on the number of accounts.
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
      return and(isNotClosed, isElectronic, hasDeliveryProblem(tx, viewer, at));
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
      return and(isOneOf(accounts.channel, ["paper"]), isNotClosed);
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
        isOneOf(users.role, ["administrator"]),
        isOneOf(users.status, ["active"]),
        isNotNull(users.passwordChangedAt),
      ),
    );
}

function openRequests(tx: Transaction, viewer: StaffUser, ofKind: SQL) {
  return tx
    .select({ id: customerRequests.accountId })
    .from(customerRequests)
    .where(
      and(
        eq(customerRequests.supplierId, viewer.supplierId),
        isOneOf(customerRequests.state, ["open"]),
        ofKind,
      ),
    );
}
