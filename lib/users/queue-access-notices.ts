import { and, eq, isNotNull, or } from "drizzle-orm";
import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { AccessChange } from "@/lib/access-changes";
import { isMailAddress } from "@/lib/mail-address";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMails } from "@/lib/mails/outbox/queue-mail";
import type { ActingAdministrator } from "./acting-administrator";

export interface ToldChange {
  change: AccessChange;
  /** The user whose access changes; null when several do. */
  concerned: { id: string; identifier: string } | null;
  /** Whether another mail tells the concerned user about it. */
  isConcernedToldOtherwise?: boolean;
  /** The same for several changes that are told in one mail. */
  id?: string;
  at: Date;
}

/**
 * Queues the mails that tell of a changed access, in the transaction of the change and before it: to every active
 * administrator of the account and to the user concerned, at the addresses recorded until then; one mail for each
 * address. An address that no mailed link has proven may be somebody else's, so its mail names nobody but its reader.
 */
export async function queueAccessNotices(
  tx: Transaction,
  administrator: ActingAdministrator,
  { change, concerned, isConcernedToldOtherwise = false, id = uuidv7(), at }: ToldChange,
): Promise<void> {
  const { viewer, name, identifier, companyName } = administrator;
  const { supplierId, accountId } = viewer;
  const isConcerned = concerned && !isConcernedToldOtherwise ? eq(users.id, concerned.id) : undefined;
  const told = await tx
    .select({
      id: users.id,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      locale: users.locale,
    })
    .from(users)
    .where(
      and(
        eq(users.accountId, accountId),
        isNotNull(users.email),
        or(and(eq(users.role, "administrator"), eq(users.status, "active")), isConcerned),
      ),
    );
  const supplier = await mailSupplier(tx, supplierId);
  const byAddress = new Map(told.map((user) => [user.email, user]));
  // The one whose access it is comes first when two users share an address.
  for (const user of told) if (user.id === concerned?.id) byAddress.set(user.email, user);
  await queueMails(
    tx,
    [...byAddress.values()].flatMap((user) => {
      const { email: recipient, locale } = user;
      if (recipient === null || !isMailAddress(recipient)) return [];
      const isYours = user.id === concerned?.id;
      const isProven = user.emailVerifiedAt !== null;
      return [
        {
          id: uuidv7(),
          kind: "access_changed" as const,
          supplierId,
          accountId,
          userId: user.id,
          subjectId: uuidv5(user.id, id),
          recipient,
          locale,
          props: {
            supplier,
            companyName,
            change,
            isYours,
            identifier: concerned && (isYours || isProven) ? concerned.identifier : null,
            by: isProven || user.id === viewer.userId ? { name, identifier } : null,
            changedAt: at.toISOString(),
          },
          at,
        },
      ];
    }),
  );
}
