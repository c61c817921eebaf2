import { accounts } from "@/db/schema/accounts";
import { digests, notifications } from "@/db/schema/notifications";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/auth/with-viewer";
import { todayIn, type PlainDate } from "@/lib/dates";
import { createLink } from "@/lib/links/create-link";
import { queueMail } from "@/lib/mails/queue-mail";
import { mailSupplier } from "@/lib/suppliers/mail-supplier";
import { and, asc, eq, gt, lt, notExists, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { lastDigestWindow } from "./digest-window";
import { claimWaiting, endWait, isDeliverable, queuedDocument } from "./waiting-notifications";

const ACCOUNTS_AT_ONCE = 200;
const MOST_INVOICES = 5_000;

/**
 * Makes the digests that are due: for every account with an invoice deposited before its supplier's last digest hour
 * and no digest of that day yet (R18), or, with `isImmediate`, for every account with anything waiting. A digest takes
 * everything its account has waiting, so each invoice is in exactly one, and a missed day is caught up. Safe twice and
 * side by side. Returns how many were made.
 */
export async function makeDigests(at: Date, isImmediate = false): Promise<number> {
  let made = 0;
  for (const supplier of await digestHours()) {
    const window = isImmediate
      ? { day: todayIn(supplier.timeZone, at.getTime()), closedAt: null }
      : lastDigestWindow(supplier.timeZone, supplier.digestHour, at);
    for (let after: string | null = null; ;) {
      const due = await dueAccounts(supplier.id, window, after);
      for (const accountId of due) if (await makeDigest(accountId, window.day, at)) made += 1;
      if (due.length < ACCOUNTS_AT_ONCE) break;
      after = due.at(-1) ?? null;
    }
  }
  return made;
}

function digestHours() {
  return withViewer({ kind: "job" }, (tx) =>
    tx
      .select({ id: suppliers.id, timeZone: suppliers.timeZone, digestHour: suppliers.digestHour })
      .from(suppliers)
      .orderBy(asc(suppliers.id)),
  );
}

async function dueAccounts(
  supplierId: string,
  window: { day: PlainDate; closedAt: Date | null },
  after: string | null,
): Promise<string[]> {
  const rows = await withViewer({ kind: "job" }, (tx) => {
    const sent = tx
      .select({ one: sql`1` })
      .from(digests)
      .where(and(eq(digests.accountId, notifications.accountId), eq(digests.day, window.day)));
    return tx
      .selectDistinct({ accountId: notifications.accountId })
      .from(notifications)
      .where(
        and(
          eq(notifications.supplierId, supplierId),
          eq(notifications.state, "waiting"),
          eq(notifications.preference, "digest"),
          after ? gt(notifications.accountId, after) : undefined,
          window.closedAt ? and(lt(notifications.createdAt, window.closedAt), notExists(sent)) : undefined,
        ),
      )
      .orderBy(asc(notifications.accountId))
      .limit(ACCOUNTS_AT_ONCE);
  });
  return rows.map(({ accountId }) => accountId);
}

/** One account's digest, in one transaction under its account's lock: whoever comes second finds nothing waiting. */
function makeDigest(accountId: string, day: PlainDate, at: Date): Promise<boolean> {
  return withViewer({ kind: "job" }, async (tx) => {
    await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("update");
    const isTheirs = and(eq(notifications.accountId, accountId), eq(notifications.preference, "digest"));
    const waiting = await claimWaiting(tx, isTheirs, MOST_INVOICES);
    const listed = waiting.filter(isDeliverable);
    const left = waiting.filter((one) => !isDeliverable(one));
    await endWait(
      tx,
      left.map(({ id }) => id),
      { state: "nothing_to_send" },
    );
    const [first] = listed;
    if (!first) return false;

    const { supplierId, timeZone, companyName, customerNumber, retentionMonths } = first;
    const [digestId, mailId] = [uuidv7(), uuidv7()];
    await tx.insert(digests).values({ id: digestId, supplierId, accountId, day, createdAt: at });
    await endWait(
      tx,
      listed.map(({ id }) => id),
      { state: "mailed", digestId },
    );
    const invoiceIds = listed.map(({ document }) => document.invoiceId);
    await queueMail(tx, {
      id: mailId,
      kind: "digest",
      supplierId,
      accountId,
      userId: null,
      subjectId: digestId,
      recipient: first.email ?? "",
      locale: first.locale,
      props: {
        supplier: await mailSupplier(tx, supplierId),
        account: { companyName, customerNumber },
        day,
        documents: listed.map(queuedDocument),
        link: await createLink(tx, { supplierId, accountId, mailId, invoiceIds, timeZone, at }),
        retentionMonths,
      },
      at,
    });
    return true;
  });
}
