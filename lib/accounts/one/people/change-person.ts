import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { QueryFailed } from "@/lib/access/query-failure";
import type { AccessChange } from "@/lib/access-changes";
import type { LockedAccount } from "@/lib/accounts/lock-account";
import type { ActingStaff } from "@/lib/accounts/one/acting-staff";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { type AuditEvent, recordAudit } from "@/lib/audit/record-audit";
import { endShares } from "@/lib/links/shares/end-shares";
import { checkProofForCustomers, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { queueAccessNotices } from "@/lib/users/queue-access-notices";
import { type AccessColumns, writeAccess } from "@/lib/users/write-access";
import { isUuid } from "@/lib/uuid";

export type LockedPerson = NonNullable<Awaited<ReturnType<typeof lockPerson>>>;

/** A change of a person's access: the columns to write, its journal entry and the mail about it. */
export interface PersonChange {
  set?: AccessColumns;
  action: AuditEvent["action"];
  details?: Record<string, unknown>;
  /** The change that the person and the account's administrators are notified of by mail. */
  notifiedChange?: AccessChange;
}

type PersonRefusal = "last_administrator" | "closed";

export type PersonChanged<Refusal extends string = never> =
  | { ok: true; person: LockedPerson }
  | NotChanged
  | StaleProof
  | { ok: false; reason: PersonRefusal | Refusal };

/** The check constraint behind invariant 5: an account keeps an active administrator. */
const CHECK_VIOLATION = "23514";

/**
 * Changes the access of one person of a customer on behalf of the supplier's staff, with fresh proof: locks account
 * and person, writes the journal and queues the mails about the change. `decide` returns the change, a refusal, or
 * null when there is nothing to change. The database refuses to leave the account without an active administrator.
 */
export async function changePerson<Refusal extends string = never>(
  staff: ActingStaff,
  accountId: string,
  personId: string,
  decide: (
    person: LockedPerson,
    tx: Transaction,
    of: { account: LockedAccount; at: Date },
  ) => Promise<PersonChange | NoInfer<Refusal> | null>,
): Promise<PersonChanged<Refusal>> {
  const proof = await checkProofForCustomers({ id: staff.sessionId });
  if (!proof.ok) return proof;
  const { viewer, supplierName } = staff;
  try {
    return await changeOne<PersonChanged<Refusal>>(viewer, accountId, async (tx, account, at) => {
      if (account.state === "closed") return { ok: false, reason: "closed" };
      const person = await lockPerson(tx, account.id, personId);
      if (!person) return { ok: false, reason: "not_found" };
      const change = await decide(person, tx, { account, at });
      if (change === null) return { ok: true, person };
      if (typeof change === "string") return { ok: false, reason: change };
      const { supplierId, userId } = viewer;
      const by = { name: supplierName, identifier: supplierName, companyName: account.companyName };
      if (change.notifiedChange)
        await queueAccessNotices(
          tx,
          { ...by, viewer: { supplierId, userId, accountId: account.id } },
          { change: change.notifiedChange, affectedUser: person, at },
        );
      if (change.set) await writeAccess(tx, person.id, change.set);
      if (change.set?.status === "disabled") await endShares(tx, viewer, [person.id], at);
      await recordAudit(tx, viewer, {
        action: change.action,
        subjectId: person.id,
        accountId: account.id,
        details: change.details ?? {},
        at,
      });
      return { ok: true, person };
    });
  } catch (error) {
    if (error instanceof QueryFailed && error.code === CHECK_VIOLATION)
      return { ok: false, reason: "last_administrator" };
    throw error;
  }
}

async function lockPerson(tx: Transaction, accountId: string, id: string) {
  if (!isUuid(id)) return undefined;
  const [person] = await tx
    .select({
      id: users.id,
      identifier: users.identifier,
      name: users.name,
      email: users.email,
      role: users.role,
      status: users.status,
      locale: users.locale,
      hasPassword: sql<boolean>`${users.passwordChangedAt} is not null`,
    })
    .from(users)
    .where(and(eq(users.id, id), eq(users.accountId, accountId)))
    .for("update");
  return person;
}
