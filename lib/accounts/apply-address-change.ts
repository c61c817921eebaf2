import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { SupplierKey } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { todayIn } from "@/lib/dates";
import type { QueuedProps } from "@/lib/mails/kinds/mail-kinds";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMail } from "@/lib/mails/outbox/queue-mail";
import { endAccess } from "@/lib/users/end-access";
import { activateAccount } from "./activate-account";
import { endOldLinks } from "./end-old-links";
import { findFormerAddress } from "./find-former-address";

/**
 * Applies a waiting change of address, in the transaction of the next deposit or of the change itself (R21). The
 * account gets the new address and a new administrator with a NEW identifier and an activation mail. The person
 * notified before loses access and all sessions, or stays as a member when the change says so. Old links end. Both
 * addresses get a mail; the former is not told the new one. The history stays. Returns false when no change waits, so
 * that only one of several simultaneous deposits applies it. The successor is created in the same transaction, so the
 * account always has an administrator.
 */
export async function applyAddressChange(
  tx: Transaction,
  viewer: SupplierKey,
  account: { accountId: string; companyName: string; customerNumber: string },
  at: Date,
): Promise<boolean> {
  const { accountId } = account;
  const { supplierId } = viewer;
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
  if (!waiting?.pendingEmail) return false;
  const newAddress = waiting.pendingEmail;
  const formerAddress = waiting.email ?? (await findFormerAddress(tx, accountId));

  const former = formerAddress
    ? await endOldLinks(tx, { supplierId, accountId, formerAddress, newAddress }, at)
    : [];
  const { companyName, customerNumber } = account;
  const supplier = await mailSupplier(tx, supplierId);
  const mail = { kind: "address_changed" as const, supplierId, accountId, locale: waiting.locale, at };
  const propsFor = (told: QueuedProps<"address_changed">["told"]): QueuedProps<"address_changed"> => ({
    supplier,
    account: { companyName, customerNumber },
    changedOn: todayIn(supplier.timeZone, at.getTime()),
    told,
  });
  // Before the account forgets this address: a mail goes to recorded addresses only (db/policies/mails.sql).
  if (formerAddress)
    await queueMail(tx, {
      ...mail,
      id: uuidv7(),
      userId: former[0]?.id ?? null,
      // Not the user's id: as a successor, that user already got a mail of this kind.
      subjectId: uuidv7(),
      recipient: formerAddress,
      props: propsFor({ address: "former", keepsAccess: waiting.keepsMember }),
    });

  await tx
    .update(accounts)
    .set({
      email: newAddress,
      emailSource: "api",
      emailRecordedAt: waiting.pendingSince ?? at,
      pendingEmail: null,
      pendingSince: null,
      pendingKeepsMember: false,
      activationQueuedAt: null,
      updatedAt: at,
    })
    .where(eq(accounts.id, accountId));
  await endAccess(
    tx,
    former.map(({ id }) => id),
    waiting,
  );
  const administrator = await activateAccount(tx, viewer, account, at);
  if (!administrator) throw new Error("A new address was not activated.");

  await queueMail(tx, {
    ...mail,
    id: uuidv7(),
    userId: administrator.id,
    subjectId: administrator.id,
    recipient: newAddress,
    props: propsFor({ address: "new", preference: waiting.preference }),
  });
  await recordAudit(tx, viewer, { action: "address_changed", subjectId: administrator.id, accountId, at });
  return true;
}
