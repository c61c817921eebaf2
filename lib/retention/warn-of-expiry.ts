import { and, asc, eq, inArray, isNull, lt, notExists, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import { withViewer } from "@/lib/access/with-viewer";
import { addDays, type PlainDate } from "@/lib/dates";
import { inTurns } from "@/lib/in-turns";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { isMailable } from "@/lib/mails/mailable-account";
import { queueMails } from "@/lib/mails/outbox/queue-mail";
import { lastDigestWindow } from "@/lib/notifications/digest-window";
import { expiringNeverTaken } from "./expiring-never-taken";
import { notBeingRaised } from "./not-being-raised";

/** A warning is queued at least this many days before the removal of an invoice. */
const WARNED_DAYS = 30;
/** A warning covers one week more, so that the next one comes at least a week later. */
const COVERED_DAYS = 37;
/** The hour at which a new day of warnings begins, so that none are sent at night. */
const MORNING_HOUR = 8;
const ACCOUNTS_PER_BATCH = 200;
const BATCHES_PER_CALL = 5;

/**
 * Queues one mail for each account with invoices that are removed within 30 days and that none of its users has
 * taken. The mail goes to the notification address and lists the invoices removed within 37 days.
 * `expiryWarnedThrough` is the last day for which an account was checked, with or without a mail; the next check starts
 * after it, because a taking is seldom undone; the pages tell of one that was. Accounts that are closed, on paper, without an address, or whose
 * address refused mails get no mail. Checks at most 1,000 accounts of a supplier in a call. Safe to run twice and in
 * parallel. The suppliers take turns, until `deadline`. Returns the number of queued mails.
 */
export async function warnOfExpiry(at: Date, deadline?: Date): Promise<number> {
  let queued = 0;
  const batches = new Map<string, number>();
  const found = await withViewer({ kind: "job" }, (tx) =>
    tx
      .select({ id: suppliers.id, timeZone: suppliers.timeZone })
      .from(suppliers)
      .where(notBeingRaised(tx))
      .orderBy(asc(suppliers.id)),
  );
  await inTurns(found, { at, deadline }, async ({ id, timeZone }) => {
    const done = await warnBatch(id, lastDigestWindow(timeZone, MORNING_HOUR, at).day, at);
    queued += done.queued;
    const batch = (batches.get(id) ?? 0) + 1;
    batches.set(id, batch);
    return done.checked === ACCOUNTS_PER_BATCH && batch < BATCHES_PER_CALL;
  });
  return queued;
}

function warnBatch(
  supplierId: string,
  day: PlainDate,
  at: Date,
): Promise<{ checked: number; queued: number }> {
  const through = addDays(day, COVERED_DAYS);
  return withViewer({ kind: "job" }, async (tx) => {
    const claimed = await claimAccounts(tx, supplierId, addDays(day, WARNED_DAYS));
    if (claimed.length === 0) return { checked: 0, queued: 0 };
    const ids = claimed.map(({ id }) => id);
    const expiring = await expiringNeverTaken(tx, ids, day, through);
    const warned = claimed.filter(({ id }) => expiring.has(id));
    const supplier = warned.length > 0 ? await mailSupplier(tx, supplierId) : null;
    const mails = warned.flatMap((account) => {
      const documents = expiring.get(account.id) ?? [];
      const [first] = documents;
      if (!first || !supplier) return [];
      const { companyName, customerNumber, locale } = account;
      const id = uuidv7();
      return {
        id,
        kind: "expiry_warning" as const,
        supplierId,
        accountId: account.id,
        userId: null,
        subjectId: id,
        recipient: account.email ?? "",
        locale,
        props: {
          supplier,
          account: { companyName, customerNumber },
          count: first.total,
          firstUntil: first.keptUntil,
          documents: documents.map(({ type, number, keptUntil }) => ({ type, number, keptUntil })),
        },
        at,
      };
    });
    await queueMails(tx, mails);
    await tx.update(accounts).set({ expiryWarnedThrough: through }).where(inArray(accounts.id, ids));
    return { checked: claimed.length, queued: mails.length };
  });
}

/** Locks the accounts that may get mails and are not checked up to that day; parallel calls skip them. */
function claimAccounts(tx: Transaction, supplierId: string, through: PlainDate) {
  const refusing = tx
    .select({ one: sql`1` })
    .from(mailAddresses)
    .where(and(eq(mailAddresses.supplierId, accounts.supplierId), eq(mailAddresses.email, accounts.email)));
  return tx
    .select({
      id: accounts.id,
      email: accounts.email,
      locale: accounts.locale,
      customerNumber: accounts.customerNumber,
      companyName: ACCOUNT_NAME,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(
      and(
        eq(accounts.supplierId, supplierId),
        isMailable,
        or(isNull(accounts.expiryWarnedThrough), lt(accounts.expiryWarnedThrough, through)),
        notExists(refusing),
      ),
    )
    .orderBy(sql`${accounts.expiryWarnedThrough} asc nulls first`)
    .limit(ACCOUNTS_PER_BATCH)
    .for("update", { of: accounts, skipLocked: true });
}
