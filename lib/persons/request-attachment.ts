import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/transaction";
import type { Person } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { normalizeIdentifier } from "@/lib/identifier";
import { DEFAULT_LOCALE } from "@/lib/languages";
import { allowance, HOUR_SECONDS, takeAttempt } from "@/lib/limits/throttle";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueNewMail } from "@/lib/mails/outbox/queue-mail";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { issueToken } from "@/lib/tokens/issue-token";
import { type Attachable, findAttachable } from "./find-attachable";
import { type OwnAccountRow, ownAccountRows } from "./own-account";

const PER_ASKER = allowance("attachment_asker", 15, HOUR_SECONDS);
const PER_TARGET = allowance("attachment_identifier", 5, HOUR_SECONDS);

/**
 * « Recevoir un lien »: mails a link to the address of another identifier, with which only this session's user can
 * attach it. Answer and work are the same whether the identifier exists, can be attached, or is attached already.
 * Requests are counted before anything is looked up.
 */
export async function requestAttachment(
  session: CustomerSession,
  typed: string,
): Promise<{ ok: true } | { ok: false; reason: "too_many" }> {
  const at = now();
  const identifier = normalizeIdentifier(typed);
  const isTooMany =
    (await takeAttempt(PER_ASKER, session.viewer.userId, at)) > 0 ||
    (await takeAttempt(PER_TARGET, identifier, at)) > 0;
  if (isTooMany) return { ok: false, reason: "too_many" };
  await withViewer(asker(session), (tx) => mailLink(tx, session, identifier, at));
  return { ok: true };
}

/** The viewer: the signed-in person. The other user is not known yet and must not be revealed. */
const asker = (session: CustomerSession): Person => ({ kind: "person", sessionId: session.id, other: null });

async function mailLink(
  tx: Transaction,
  session: CustomerSession,
  identifier: string,
  at: Date,
): Promise<void> {
  const target = await findAttachable(tx, { identifier });
  const own = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
  // No link is sent when the session has ended, or when the identifier is attached already or is a colleague's.
  const isAttachable =
    target !== null && own.length > 0 && own.every((row) => row.account_id !== target.accountId);
  await tx.execute(sql`savepoint link`);
  await queueLink(tx, session, isAttachable ? target : placeholder(session), at);
  // The rows are written and rolled back, so the time of the answer does not reveal whether the identifier exists.
  await tx.execute(isAttachable ? sql`release savepoint link` : sql`rollback to savepoint link`);
}

/** Used when there is no such user: the asking user's own data, so that the same rows can be written. */
const placeholder = (session: CustomerSession): Attachable => ({
  userId: session.viewer.userId,
  stamp: 0,
  identifier: session.identifier,
  email: session.identifier,
  locale: DEFAULT_LOCALE,
  accountId: session.viewer.accountId,
  customerNumber: session.account.customerNumber,
  companyName: session.account.companyName,
  supplierId: session.viewer.supplierId,
  supplierName: session.supplier.name,
});

async function queueLink(
  tx: Transaction,
  session: CustomerSession,
  target: Attachable,
  at: Date,
): Promise<void> {
  const { userId, accountId, supplierId, email, companyName, customerNumber } = target;
  const askingUserId = session.viewer.userId;
  const tokenId = await issueToken(tx, {
    purpose: "attachment",
    supplierId,
    userId,
    askingUserId,
    email,
    createdAt: at,
  });
  await queueNewMail(tx, {
    id: uuidv7(),
    kind: "attachment",
    supplierId,
    accountId,
    userId,
    subjectId: tokenId,
    recipient: email,
    locale: target.locale,
    props: {
      supplier: await mailSupplier(tx, supplierId),
      account: { companyName, customerNumber, identifier: target.identifier },
      asker: { identifier: session.identifier, companyName: session.account.companyName },
      tokenId,
    },
    at,
  });
  await recordAudit(tx, asker(session), {
    action: "attachment_requested",
    subjectId: userId,
    at,
    details: { by: askingUserId },
  });
}
