import { and, asc, between, eq, inArray, lte, or } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import { invoices } from "@/db/schema/invoices";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { deliveries, mails } from "@/db/schema/mails";
import { notifications } from "@/db/schema/notifications";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { addDays, type PlainDate } from "@/lib/dates";
import { daysBefore } from "@/lib/durations";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { type MailToQueue, queueMails } from "@/lib/mails/outbox/queue-mail";
import { toDecimal } from "@/lib/money";
import { type DemoAccount, type DemoWorld, isNewestMailInserted } from "./demo-world";
import { accountKey, type DemoRows } from "./insert-demo-accounts";

/**
 * The age in days of the invoices whose mails are inserted here. For newer invoices the portal itself sends the mails
 * (deposit-demo-invoice.ts).
 */
const NEWEST_DAYS = 8;
const OLDEST_DAYS = 29;
const SECOND_MS = 1_000;

/**
 * Inserts the mails that the portal would have sent in the last month, each with its delivery state, and activation
 * mails that nobody used, so that the pages of the console are not empty in a new demo.
 */
export async function insertDemoMails(
  world: DemoWorld,
  demoRows: DemoRows,
  today: PlainDate,
  at: Date,
): Promise<void> {
  await withViewer({ kind: "job" }, async (tx) => {
    const written = [
      ...(await notificationMails(tx, demoRows, today)),
      ...(await unusedActivations(tx, world, demoRows, at)),
    ];
    await queueMails(tx, written);
    const troubles = new Map(world.accounts.map(({ email, mailTrouble }) => [email, mailTrouble]));
    for (const [index, mail] of written.entries())
      await deliver(tx, mail, index, troubles.get(mail.recipient));
  });
}

/**
 * One mail for each invoice of the last month, to accounts that receive one mail per invoice. The portal itself sends
 * the mails of this week, except to accounts with a full mailbox or with delayed mails.
 */
async function notificationMails(
  tx: Transaction,
  demoRows: DemoRows,
  today: PlainDate,
): Promise<MailToQueue[]> {
  const withNewestMail = [...demoRows.accounts.values()]
    .filter(({ account }) => isNewestMailInserted(account))
    .map(({ id }) => id);
  await tx
    .update(notifications)
    .set({ state: "mailed" })
    .where(inArray(notifications.accountId, withNewestMail));
  const rows = await tx
    .select({
      invoiceId: invoices.id,
      supplierId: invoices.supplierId,
      accountId: invoices.accountId,
      type: invoices.type,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      dueOn: invoices.dueOn,
      currency: invoices.currency,
      totalMinor: invoices.totalWithVatMinor,
      contracts: invoices.contracts,
      vehicles: invoices.vehicles,
      keptUntil: invoices.removeAfter,
      depositedAt: invoices.depositedAt,
      recipient: accounts.email,
      customerNumber: accounts.customerNumber,
    })
    .from(invoices)
    .innerJoin(accounts, eq(accounts.id, invoices.accountId))
    .where(
      and(
        between(invoices.issuedOn, addDays(today, -OLDEST_DAYS), today),
        or(lte(invoices.issuedOn, addDays(today, -NEWEST_DAYS)), inArray(invoices.accountId, withNewestMail)),
        inArray(accounts.preference, ["link", "attachment"]),
        eq(accounts.channel, "electronic"),
      ),
    )
    .orderBy(asc(invoices.depositedAt), asc(invoices.id));
  const names = new Map([...demoRows.accounts.values()].map(({ id, account }) => [id, account.company.name]));
  const suppliers = new Map<string, Awaited<ReturnType<typeof mailSupplier>>>();
  for (const { id } of demoRows.suppliers.values()) suppliers.set(id, await mailSupplier(tx, id));
  return rows.flatMap((row) => {
    const {
      invoiceId,
      supplierId,
      accountId,
      recipient,
      customerNumber,
      depositedAt,
      totalMinor,
      ...document
    } = row;
    const supplier = suppliers.get(supplierId);
    if (!supplier || recipient === null) return [];
    return {
      id: uuidv7(),
      kind: "notification_link" as const,
      supplierId,
      accountId,
      userId: null,
      subjectId: invoiceId,
      recipient,
      locale: "fr" as const,
      props: {
        supplier,
        account: { companyName: names.get(accountId) ?? "", customerNumber },
        document: {
          ...document,
          invoiceId,
          totalWithVat: toDecimal(totalMinor, row.currency),
          payment: { way: "unknown" as const, account: null },
        },
        link: null,
      },
      at: depositedAt,
    };
  });
}

/** Adds the administrator of each account that was never activated, and returns their activation mails. */
async function unusedActivations(
  tx: Transaction,
  world: DemoWorld,
  demoRows: DemoRows,
  at: Date,
): Promise<MailToQueue[]> {
  const queued: MailToQueue[] = [];
  for (const { supplier, customerNumber, email, company, activationUnusedDays } of world.accounts) {
    const row = demoRows.accounts.get(accountKey(supplier, customerNumber));
    const supplierId = demoRows.suppliers.get(supplier)?.id;
    if (activationUnusedDays === undefined || email === null || !row || !supplierId) continue;
    const mailedAt = daysBefore(at, activationUnusedDays);
    const [user] = await tx
      .insert(users)
      .values({ identifier: email, email, role: "administrator", accountId: row.id, createdAt: mailedAt })
      .returning({ id: users.id });
    if (!user) throw new Error("An administrator of the demo data was not added.");
    await tx.update(accounts).set({ activationQueuedAt: mailedAt }).where(eq(accounts.id, row.id));
    queued.push({
      id: uuidv7(),
      kind: "activation",
      supplierId,
      accountId: row.id,
      userId: user.id,
      subjectId: user.id,
      recipient: email,
      locale: "fr",
      props: {
        supplier: await mailSupplier(tx, supplierId),
        account: { companyName: company.name, customerNumber, identifier: email },
        others: [],
        tokenId: uuidv7(),
      },
      at: mailedAt,
    });
  }
  return queued;
}

/**
 * For each problem: the delivery state, its reason and the server's answer, and why mails to the address are stopped.
 */
const TROUBLES = {
  bounced: {
    state: "bounced",
    reason: "address_refused",
    stopped: "bounced",
    serverAnswer: "550 5.1.1 User unknown",
  },
  complained: { state: "complained", reason: "complained", stopped: "complained", serverAnswer: null },
  mailbox_full: {
    state: "bounced",
    reason: "mailbox_full",
    stopped: null,
    serverAnswer: "552 5.2.2 Mailbox full",
  },
  delayed: { state: "delayed", reason: "not_taken_yet", stopped: null, serverAnswer: null },
} as const;
const NO_TROUBLE = { state: "delivered", reason: null, stopped: null, serverAnswer: null } as const;

/** Records a delivery: most mails are accepted within seconds and every seventh late; some addresses refuse them. */
async function deliver(
  tx: Transaction,
  { id, supplierId, accountId, recipient: email, at }: MailToQueue,
  index: number,
  trouble: DemoAccount["mailTrouble"],
): Promise<void> {
  const sentAt = new Date(at.getTime() + (2 + (index % 3)) * SECOND_MS);
  const seconds = index % 7 === 3 ? 1_500 + 60 * index : 2 + (index % 5);
  const updatedAt = new Date(sentAt.getTime() + seconds * SECOND_MS);
  const { state, reason, stopped, serverAnswer } = trouble ? TROUBLES[trouble] : NO_TROUBLE;
  await tx
    .update(mails)
    .set({ state: "sent", tries: 1, sentAt, providerMessageId: `demo-${id}` })
    .where(eq(mails.id, id));
  await tx
    .insert(deliveries)
    .values({ mailId: id, supplierId, accountId, state, reason, serverAnswer, updatedAt });
  if (stopped && supplierId)
    await tx
      .insert(mailAddresses)
      .values({ supplierId, email, state: stopped, reason, serverAnswer, at: updatedAt })
      .onConflictDoNothing();
}
