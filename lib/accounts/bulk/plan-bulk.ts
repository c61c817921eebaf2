import { and, eq, inArray, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { mails } from "@/db/schema/mails";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { ADVISER_NAME } from "@/lib/accounts/adviser-name";
import { type Assignee, findAssignee } from "@/lib/accounts/list-assignees";
import { type NoActivation, whyNoActivation } from "@/lib/accounts/why-no-activation";
import type { Preference } from "@/lib/preferences";
import { isUuid } from "@/lib/uuid";
import { type BulkAction, MAX_BULK_ACCOUNTS } from "./bulk-action";

/** What the action will do to one account, before anything is changed. */
export interface PlannedAccount {
  accountId: string;
  companyName: string;
  customerNumber: string;
  email: string | null;
  preference: Preference;
  adviser: string | null;
  /** The newest activation mail, counted from 1; 0 for none. */
  generation: number;
  /** Why nothing is done to it; null when it will be changed. */
  why: NoActivation | "as_it_is" | null;
}

export interface BulkPlan {
  accounts: PlannedAccount[];
  /** For `assign`: who gets the accounts; null for nobody. */
  adviser: Assignee | null;
}

/**
 * Returns what an action would do to each of these accounts, by company. Accounts of other suppliers are left out; null
 * when the member of staff to assign them to is not one of this supplier.
 */
export function planBulk(
  viewer: StaffUser,
  action: BulkAction,
  accountIds: readonly string[],
): Promise<BulkPlan | null> {
  return withViewer(viewer, async (tx) => {
    const adviser =
      action.kind === "assign" && action.userId !== null
        ? await findAssignee(tx, viewer, action.userId)
        : null;
    if (adviser === undefined) return null;
    const rows = await readRows(
      tx,
      viewer,
      [...new Set(accountIds)].filter(isUuid).slice(0, MAX_BULK_ACCOUNTS),
    );
    return { adviser, accounts: rows.map((row) => planned(row, action)) };
  });
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function planned(row: Row, action: BulkAction): PlannedAccount {
  const { accountId, companyName, customerNumber, email, preference, adviser, generation } = row;
  return {
    accountId,
    companyName,
    customerNumber,
    email,
    preference,
    adviser,
    generation,
    why: whyNot(row, action),
  };
}

function whyNot(row: Row, action: BulkAction): PlannedAccount["why"] {
  if (action.kind === "resend_activation")
    return whyNoActivation(row, row.administratorId === null ? undefined : row, row.addressState);
  if (row.state === "closed") return "closed";
  const isSame =
    action.kind === "set_preference"
      ? row.preference === action.preference
      : row.adviserUserId === action.userId;
  return isSame ? "as_it_is" : null;
}

function readRows(tx: Transaction, viewer: StaffUser, ids: string[]) {
  return tx
    .selectDistinctOn([accounts.sortName, accounts.id], {
      accountId: accounts.id,
      companyName: ACCOUNT_NAME,
      customerNumber: accounts.customerNumber,
      email: accounts.email,
      preference: accounts.preference,
      channel: accounts.channel,
      state: accounts.state,
      activationQueuedAt: accounts.activationQueuedAt,
      adviserUserId: accounts.adviserUserId,
      adviser: ADVISER_NAME,
      addressState: mailAddresses.state,
      administratorId: users.id,
      passwordChangedAt: users.passwordChangedAt,
      generation: sql<number>`coalesce((
        select max(${mails.generation}) from ${mails}
        where ${mails.accountId} = ${accounts.id} and ${mails.kind} = 'activation' and ${mails.subjectId} = ${users.id}), 0)`,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .leftJoin(
      mailAddresses,
      and(eq(mailAddresses.supplierId, accounts.supplierId), eq(mailAddresses.email, accounts.email)),
    )
    .leftJoin(
      users,
      and(
        eq(users.accountId, accounts.id),
        eq(users.email, accounts.email),
        eq(users.role, "administrator"),
        eq(users.status, "active"),
      ),
    )
    .where(and(visibleAccounts(viewer), inArray(accounts.id, ids)))
    .orderBy(accounts.sortName, accounts.id);
}
