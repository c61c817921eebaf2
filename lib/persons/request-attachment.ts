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
 * « Recevoir un lien »: mails the address of another identifier a link with which this session's user, and nobody else,
 * attaches it. The answer is the same whether the identifier exists, may be attached, is theirs already or not, and so is
 * the work that is done for it; asking is counted before any of it is looked at.
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

/** Who is signed in; whom they ask for is not known yet, and must not be told. */
const asker = (session: CustomerSession): Person => ({ kind: "person", sessionId: session.id, other: null });

async function mailLink(
  tx: Transaction,
  session: CustomerSession,
  identifier: string,
  at: Date,
): Promise<void> {
  const target = await findAttachable(tx, { identifier });
  const own = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
  // Theirs already, a colleague's, or the session has ended: the link could attach nothing.
  const isAttachable =
    target !== null && own.length > 0 && own.every((row) => row.account_id !== target.accountId);
  await tx.execute(sql`savepoint link`);
  await queueLink(tx, session, isAttachable ? target : nobody(session), at);
  // Written and taken back, it takes as long: how soon the answer comes tells nobody whether an identifier exists.
  await tx.execute(isAttachable ? sql`release savepoint link` : sql`rollback to savepoint link`);
}

/** In place of a user there is not: all that writing a link needs, of the one who asks. */
const nobody = (session: CustomerSession): Attachable => ({
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
