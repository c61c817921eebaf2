import { and, asc, eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { insertRows } from "@/db/insert-rows";
import { accounts } from "@/db/schema/accounts";
import { digests, notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import type { PlainDate } from "@/lib/dates";
import { createLinks } from "@/lib/links/create-links";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMails } from "@/lib/mails/outbox/queue-mail";
import {
  claimWaiting,
  isDeliverable,
  queuedDocument,
  recordFinalState,
  type WaitingNotification,
} from "./waiting-notifications";

/** Limits the memory of a transaction; further invoices of an account come in its next digest. */
const MAX_INVOICES = 5_000;

export interface DigestDay {
  supplierId: string;
  day: PlainDate;
  at: Date;
}

/**
 * Makes one digest for each of these accounts with deliverable notifications, in one transaction that locks the
 * accounts: another process skips them or finds nothing waiting. Returns the number made.
 */
export function digestAccounts(digestDay: DigestDay, accountIds: readonly string[]): Promise<number> {
  return withViewer({ kind: "job" }, async (tx) => {
    const waiting = await claimWholeAccounts(tx, await lockAccounts(tx, accountIds));
    const listed = byAccount(waiting.filter(isDeliverable));
    await recordFinalState(
      tx,
      waiting.filter((one) => !isDeliverable(one)),
      "nothing_to_send",
    );
    await queueDigests(tx, digestDay, listed);
    return listed.length;
  });
}

async function lockAccounts(tx: Transaction, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(inArray(accounts.id, [...accountIds]))
    .orderBy(asc(accounts.id))
    // `no key update`, so that a deposit in progress does not block it.
    .for("no key update", { skipLocked: true });
  return rows.map(({ id }) => id);
}

/**
 * Claims all waiting notifications of these accounts. When the limit is reached, some notifications of the last account
 * may be missing, so it is left out, unless it is the only one.
 */
async function claimWholeAccounts(tx: Transaction, accountIds: string[]): Promise<WaitingNotification[]> {
  if (accountIds.length === 0) return [];
  const ofAccounts = and(
    inArray(notifications.accountId, accountIds),
    eq(notifications.preference, "digest"),
  );
  const waiting = await claimWaiting(tx, ofAccounts, MAX_INVOICES);
  const last = waiting.at(-1)?.accountId;
  const isCut = waiting.length === MAX_INVOICES && waiting[0]?.accountId !== last;
  return isCut ? waiting.filter(({ accountId }) => accountId !== last) : waiting;
}

interface AccountDigest {
  digestId: string;
  mailId: string;
  account: WaitingNotification;
  waiting: WaitingNotification[];
}

function byAccount(waiting: readonly WaitingNotification[]): AccountDigest[] {
  const found = new Map<string, AccountDigest>();
  for (const one of waiting) {
    const known = found.get(one.accountId);
    if (known) known.waiting.push(one);
    else found.set(one.accountId, { digestId: uuidv7(), mailId: uuidv7(), account: one, waiting: [one] });
  }
  return [...found.values()];
}

async function queueDigests(
  tx: Transaction,
  { supplierId, day, at }: DigestDay,
  listed: readonly AccountDigest[],
): Promise<void> {
  if (listed.length === 0) return;
  await insertRows(
    tx,
    digests,
    listed.map(({ digestId, account }) => ({
      id: digestId,
      supplier_id: supplierId,
      account_id: account.accountId,
      day,
      created_at: at,
    })),
    { onConflict: "fail" },
  );
  const digestOf = new Map(
    listed.flatMap(({ digestId, waiting }) => waiting.map(({ id }) => [id, digestId] as const)),
  );
  await recordFinalState(
    tx,
    listed.flatMap(({ waiting }) => waiting),
    "mailed",
    (id) => digestOf.get(id) ?? null,
  );
  const links = await createLinks(
    tx,
    listed.map(({ mailId, account: { accountId, timeZone }, waiting }) => ({
      supplierId,
      accountId,
      mailId,
      timeZone,
      invoiceIds: waiting.map(({ document }) => document.invoiceId),
    })),
    at,
  );
  const supplier = await mailSupplier(tx, supplierId);
  await queueMails(
    tx,
    listed.flatMap(({ digestId, mailId, account, waiting }, index) => {
      const link = links[index];
      if (!link) return [];
      const { accountId, locale, companyName, customerNumber, retentionMonths } = account;
      return {
        id: mailId,
        kind: "digest" as const,
        supplierId,
        accountId,
        userId: null,
        subjectId: digestId,
        recipient: account.email ?? "",
        locale,
        props: {
          supplier,
          account: { companyName, customerNumber },
          day,
          documents: waiting.map(queuedDocument),
          link,
          retentionMonths,
        },
        at,
      };
    }),
  );
}
