import { and, eq, isNotNull, notInArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { todayIn } from "@/lib/dates";
import { isMailAddress } from "@/lib/mail-address";
import type { QueuedProps } from "@/lib/mails/kinds/mail-kinds";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { type MailToQueue, queueMails } from "@/lib/mails/outbox/queue-mail";
import type { AppliedChange } from "./apply-one-change";

/**
 * Queues the mails about changes of address to ONE new address that took effect together: one to each former address,
 * one to the new address, one to each other administrator.
 */
export async function queueChangeMails(
  tx: Transaction,
  supplierId: string,
  applied: readonly AppliedChange[],
  at: Date,
): Promise<void> {
  const supplier = await mailSupplier(tx, supplierId);
  const changedOn = todayIn(supplier.timeZone, at.getTime());
  const mailAbout = (
    [first, ...others]: readonly AppliedChange[],
    to: { recipient: string; userId: string | null },
    receiver: QueuedProps<"address_changed">["told"],
  ): MailToQueue[] =>
    first
      ? [
          {
            id: uuidv7(),
            kind: "address_changed",
            supplierId,
            accountId: first.accountId,
            ...to,
            // A new id, because this user may already have a mail of this kind with the user's id as subject.
            subjectId: uuidv7(),
            locale: first.locale,
            props: { supplier, account: named(first), others: others.map(named), changedOn, told: receiver },
            at,
          },
        ]
      : [];

  const formerAddresses = [...new Set(applied.flatMap(({ formerAddress }) => formerAddress ?? []))];
  const toFormer = formerAddresses.flatMap((recipient) => {
    // Mails go to recorded addresses only (db/policies/mails.sql), so this one needs a user who still has the
    // address.
    const about = applied.filter((one) => one.formerAddress === recipient && one.former.length > 0);
    const keepsAccess = about.every(({ keepsMember }) => keepsMember);
    return mailAbout(
      about,
      { recipient, userId: about[0]?.former[0]?.id ?? null },
      { address: "former", keepsAccess },
    );
  });
  const [first] = applied;
  const toNew = first
    ? mailAbout(
        applied,
        { recipient: first.newAddress, userId: first.administrator.id },
        {
          address: "new",
          preference: first.preference,
          identifier: first.needsActivation ? null : first.administrator.identifier,
        },
      )
    : [];
  const toAdministrators: MailToQueue[] = [];
  for (const change of applied)
    for (const { id, email } of await otherAdministrators(tx, change))
      toAdministrators.push(
        ...mailAbout([change], { recipient: email, userId: id }, { address: "administrator" }),
      );
  await queueMails(tx, [...toFormer, ...toNew, ...toAdministrators]);
}

const named = ({ companyName, customerNumber }: AppliedChange) => ({ companyName, customerNumber });

/** The active administrators with an address who are neither the former nor the new one. */
async function otherAdministrators(tx: Transaction, change: AppliedChange) {
  const alreadyNotified = [change.administrator.id, ...change.former.map(({ id }) => id)];
  const rows = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.accountId, change.accountId),
        eq(users.role, "administrator"),
        eq(users.status, "active"),
        isNotNull(users.email),
        notInArray(users.id, alreadyNotified),
      ),
    );
  return rows.flatMap(({ id, email }) => (email !== null && isMailAddress(email) ? [{ id, email }] : []));
}
