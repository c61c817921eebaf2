import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";
import { isMailAddress } from "@/lib/mail-address";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueNewMail } from "@/lib/mails/outbox/queue-mail";

/** A row of `auth_person_identities` (db/functions/persons.sql). */
interface Identity extends Record<string, unknown> {
  user_id: string;
  identifier: string;
  email: string | null;
  is_proven: boolean;
  locale: Locale;
  account_id: string;
  customer_number: string;
  company_name: string;
  supplier_id: string;
}

/** Ids of the users on the two sides of an attachment. */
export type Sides = readonly [readonly string[], readonly string[]];

/**
 * Queues the mails that tell both sides of an attachment or a detachment, in the transaction of the change, at the
 * recorded addresses; one mail for each address. An address that no mailed link has proven may be somebody else's, so
 * its mail does not name the other side.
 */
export async function queueAttachmentNotices(
  tx: Transaction,
  change: "attached" | "detached",
  [oneSide, otherSide]: Sides,
  at: Date,
): Promise<void> {
  const found = await tx.execute<Identity>(sql`select * from auth_person_identities()`);
  const identities = (ids: readonly string[]) =>
    ids.flatMap((id) => found.find(({ user_id }) => user_id === id) ?? []);
  const notified = new Set<string>();
  const notify = async (side: Identity[], others: Identity[]) => {
    for (const user of side) {
      if (user.email === null || !isMailAddress(user.email) || notified.has(user.email)) continue;
      notified.add(user.email);
      await queueNotice(tx, change, user, user.email, user.is_proven ? others : [], at);
    }
  };
  await notify(identities(oneSide), identities(otherSide));
  await notify(identities(otherSide), identities(oneSide));
}

async function queueNotice(
  tx: Transaction,
  change: "attached" | "detached",
  user: Identity,
  recipient: string,
  others: readonly Identity[],
  at: Date,
): Promise<void> {
  await queueNewMail(tx, {
    id: uuidv7(),
    kind: "attachment_changed",
    supplierId: user.supplier_id,
    accountId: user.account_id,
    userId: user.user_id,
    subjectId: uuidv7(),
    recipient,
    locale: user.locale,
    props: {
      supplier: await mailSupplier(tx, user.supplier_id),
      account: {
        companyName: user.company_name,
        customerNumber: user.customer_number,
        identifier: user.identifier,
      },
      change,
      others: others.map(({ identifier }) => identifier),
      changedAt: at.toISOString(),
    },
    at,
  });
}
