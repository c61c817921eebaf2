import { and, asc, eq, isNotNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { addressChanges } from "@/db/schema/address-changes";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Locale } from "@/lib/languages";
import type { Preference } from "@/lib/preferences";
import { addAdministrator } from "@/lib/users/add-administrator";
import { endAccess } from "@/lib/users/end-access";
import { nameAdministrator } from "@/lib/users/name-administrator";
import { type Activation, markActivated, type NamedAccount } from "./activate-account";
import { endOldLinks, type FormerUser } from "./end-old-links";
import { findFormerAddress } from "./find-former-address";

/** A change of address that has taken effect; its mails are still to be queued. */
export interface AppliedChange extends Activation {
  newAddress: string;
  /** Null when the account had no address before. */
  formerAddress: string | null;
  former: FormerUser[];
  keepsMember: boolean;
  /** False when the administrator has a password already. */
  needsActivation: boolean;
  preference: Preference;
  locale: Locale;
}

/** Applies one account's waiting change without its mails; null when none waits. */
export async function applyOneChange(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  account: NamedAccount,
  at: Date,
): Promise<AppliedChange | null> {
  const { accountId } = account;
  const waiting = await lockWaiting(tx, accountId);
  if (!waiting?.pendingEmail) return null;
  const { pendingEmail: newAddress, keepsMember, preference, locale } = waiting;
  const recorded = await findRecordedChange(tx, accountId, newAddress);
  const formerAddress = waiting.email ?? (await findFormerAddress(tx, accountId));
  const former = formerAddress
    ? await endOldLinks(tx, { supplierId: viewer.supplierId, accountId, formerAddress, newAddress }, at)
    : [];
  await tx
    .update(accounts)
    .set({
      email: newAddress,
      emailSource: recorded ? "adviser" : "api",
      emailRecordedAt: waiting.pendingSince ?? at,
      pendingEmail: null,
      pendingSince: null,
      pendingKeepsMember: false,
      activationQueuedAt: null,
      updatedAt: at,
    })
    .where(eq(accounts.id, accountId));
  await markActivated(tx, accountId, at);

  const existing = await findUserAtAddress(tx, accountId, newAddress);
  const formerIds = former.map(({ id }) => id);
  // The new administrator is added before the former one loses access, because an account must always have one.
  const administrator =
    existing ??
    (await addAdministrator(
      tx,
      { accountId, email: newAddress, locale, ...(await readFormerProfile(tx, recorded, formerIds)) },
      at,
    ));
  if (existing?.role === "member") await nameAdministrator(tx, existing.id);
  if (recorded)
    await tx
      .update(addressChanges)
      .set({
        state: "applied",
        formerUsers: former,
        newUserId: administrator.id,
        newUserRole: existing?.role ?? null,
        appliedAt: at,
      })
      .where(eq(addressChanges.id, recorded.id));
  await endAccess(tx, viewer, formerIds, { keepsMember, at });
  await recordAudit(tx, viewer, { action: "address_changed", subjectId: administrator.id, accountId, at });
  const needsActivation =
    !existing || (existing.passwordChangedAt === null && existing.lastSignInAt === null);
  const { companyName, customerNumber } = account;
  return {
    ...{ accountId, companyName, customerNumber, newAddress, formerAddress, former, keepsMember },
    ...{ needsActivation, preference, locale },
    administrator: { id: administrator.id, identifier: administrator.identifier },
  };
}

async function lockWaiting(tx: Transaction, accountId: string) {
  const [waiting] = await tx
    .select({
      email: accounts.email,
      pendingEmail: accounts.pendingEmail,
      pendingSince: accounts.pendingSince,
      keepsMember: accounts.pendingKeepsMember,
      preference: accounts.preference,
      locale: accounts.locale,
    })
    .from(accounts)
    .where(
      and(eq(accounts.id, accountId), isNotNull(accounts.pendingEmail), eq(accounts.channel, "electronic")),
    )
    .for("no key update");
  return waiting;
}

/** The console's record of this change; null when the API made the change. */
async function findRecordedChange(tx: Transaction, accountId: string, newEmail: string) {
  const [recorded] = await tx
    .select({ id: addressChanges.id, isSamePerson: addressChanges.isSamePerson })
    .from(addressChanges)
    .where(
      and(
        eq(addressChanges.accountId, accountId),
        eq(addressChanges.state, "waiting"),
        eq(addressChanges.newEmail, newEmail),
      ),
    );
  return recorded ?? null;
}

/** Finds an active user of the account with the new address: administrators first. */
async function findUserAtAddress(tx: Transaction, accountId: string, email: string) {
  const [existing] = await tx
    .select({
      id: users.id,
      identifier: users.identifier,
      role: users.role,
      passwordChangedAt: users.passwordChangedAt,
      lastSignInAt: users.lastSignInAt,
    })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.email, email), eq(users.status, "active")))
    .orderBy(asc(users.role), asc(users.id))
    .limit(1);
  if (!existing) return null;
  return {
    ...existing,
    role: existing.role === "administrator" ? ("administrator" as const) : ("member" as const),
  };
}

/** Name and settings that the new identity of the same person takes over. */
async function readFormerProfile(
  tx: Transaction,
  recorded: { isSamePerson: boolean } | null,
  [formerId]: string[],
): Promise<{ name?: string; historyMonths?: number | null }> {
  if (!recorded?.isSamePerson || formerId === undefined) return {};
  const [person] = await tx
    .select({ name: users.name, historyMonths: users.historyMonths })
    .from(users)
    .where(eq(users.id, formerId));
  return person ?? {};
}
