import { and, eq, inArray, isNotNull, ne, or } from "drizzle-orm";
import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { AccessChange, StaffChange } from "@/lib/access-changes";
import { isMailAddress } from "@/lib/mail-address";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMails, queueNewMails } from "@/lib/mails/outbox/queue-mail";
import { isStaffOf } from "./is-staff-of";

export interface NotifiedAccessChange {
  change: AccessChange | StaffChange;
  /** The user whose access changes; null when the access of several users changes. */
  affectedUser: { id: string; identifier: string } | null;
  /** Whether another mail already tells the affected user about the change. */
  isUserToldByOtherMail?: boolean;
  /** The id of the change. Changes with the same id are reported in one mail to each recipient. */
  id?: string;
  at: Date;
}

/**
 * Who changed the access (an administrator, the supplier's staff, or the command line), and where: in an account, at a
 * supplier (account null), or among the operators (both null).
 */
interface Actor {
  viewer: { userId: string | null; supplierId: string | null; accountId: string | null };
  name: string;
  /** Null for the command line, which the mail does not name. */
  identifier: string | null;
  companyName: string;
}

/**
 * Queues the mails about a changed access. Call it in the transaction of the change, before the change is written,
 * because the mails go to the addresses recorded until then: one mail for each address, to the affected user and to
 * every active administrator of the account, manager of the supplier, or operator. An address that is not proven may belong to somebody else, so a mail to it
 * names no other user.
 */
export async function queueAccessNotices(
  tx: Transaction,
  actor: Actor,
  { change, affectedUser, isUserToldByOtherMail = false, id, at }: NotifiedAccessChange,
): Promise<void> {
  const { viewer, name, identifier, companyName } = actor;
  const { supplierId, accountId } = viewer;
  const isAffectedUser = affectedUser && !isUserToldByOtherMail ? eq(users.id, affectedUser.id) : undefined;
  const recipients = await tx
    .select({
      id: users.id,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      locale: users.locale,
    })
    .from(users)
    .where(
      and(
        accountId === null ? isStaffOf(supplierId) : eq(users.accountId, accountId),
        isNotNull(users.email),
        or(and(inArray(users.role, MANAGING_ROLES), eq(users.status, "active")), isAffectedUser),
        affectedUser && isUserToldByOtherMail ? ne(users.id, affectedUser.id) : undefined,
      ),
    );
  const supplier = await mailSupplier(tx, supplierId);
  const byAddress = new Map(recipients.map((user) => [user.email, user]));
  // If the affected user shares an address with another user, the mail is made for the affected user.
  for (const user of recipients) if (user.id === affectedUser?.id) byAddress.set(user.email, user);
  // Without an id given by the caller nobody can have told of this change before.
  const changeId = id ?? uuidv7();
  const queue = id === undefined ? queueNewMails : queueMails;
  await queue(
    tx,
    [...byAddress.values()].flatMap((user) => {
      const { email: recipient, locale } = user;
      if (recipient === null || !isMailAddress(recipient)) return [];
      const isYours = user.id === affectedUser?.id;
      const isProven = user.emailVerifiedAt !== null;
      return [
        {
          id: uuidv7(),
          kind: "access_changed" as const,
          supplierId,
          accountId,
          userId: user.id,
          subjectId: uuidv5(user.id, changeId),
          recipient,
          locale,
          props: {
            supplier,
            companyName,
            change,
            isYours,
            identifier: affectedUser && (isYours || isProven) ? affectedUser.identifier : null,
            by: identifier !== null && (isProven || user.id === viewer.userId) ? { name, identifier } : null,
            changedAt: at.toISOString(),
          },
          at,
        },
      ];
    }),
  );
}

/** The roles that give access to others. */
const MANAGING_ROLES = ["administrator", "manager", "operator"] as const;
