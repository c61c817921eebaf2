import { desc, eq, inArray } from "drizzle-orm";
import {
  answerTemplates,
  customerRequests,
  requestContacts,
  requestMessages,
} from "@/db/schema/customer-requests";
import { invoices } from "@/db/schema/invoices";
import { suppliers } from "@/db/schema/suppliers";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { HOUR_MS } from "@/lib/durations";
import { isEnded } from "@/lib/request-choices";
import { demoContacts, type DemoRequest, demoRequests, demoTemplates } from "./demo-requests";
import { accountKey, type DemoRows } from "./insert-demo-accounts";

const SLUG = "mobilize-lease";
const ANSWER_WITHIN_DAYS = 2;

/** Inserts the first supplier's requests with their threads, its templates, its contacts and the delay it promises. */
export function insertDemoRequests(demoRows: DemoRows): Promise<void> {
  const at = now();
  const supplierId = demoRows.suppliers.get(SLUG)?.id ?? "";
  return withViewer({ kind: "job" }, async (tx) => {
    const userIds = await findUsers(tx);
    for (const request of demoRequests) {
      const accountId = demoRows.accounts.get(accountKey(SLUG, request.customerNumber))?.id ?? "";
      await insertRequest(tx, request, { supplierId, accountId, userIds, at });
    }
    await tx
      .insert(answerTemplates)
      .values(demoTemplates.map((one) => ({ ...one, supplierId, createdAt: at, updatedAt: at })));
    await tx
      .insert(requestContacts)
      .values(demoContacts.map((one) => ({ ...one, supplierId, createdAt: at })));
    await tx
      .update(suppliers)
      .set({ answerWithinDays: ANSWER_WITHIN_DAYS })
      .where(eq(suppliers.id, supplierId));
  });
}

interface RequestContext {
  supplierId: string;
  accountId: string;
  userIds: ReadonlyMap<string, string>;
  at: Date;
}

async function insertRequest(tx: Transaction, request: DemoRequest, context: RequestContext): Promise<void> {
  const { supplierId, accountId, userIds, at } = context;
  const { kind, topic, wanted, text, state, thread = [] } = request;
  const ago = (hours: number) => new Date(at.getTime() - hours * HOUR_MS);
  const idOf = (identifier: string) => userIds.get(identifier) ?? "";
  const isStaff = (identifier: string) => identifier.endsWith(`@${SLUG}.example`);
  const invoice = request.invoice === undefined ? null : await findInvoice(tx, accountId, request.invoice);
  const number = invoice?.number ?? request.document;
  const answers = thread.filter(({ by }) => isStaff(by));
  const lastAnswer = answers.at(-1);
  const lastWritten = thread.filter(({ by }) => !isStaff(by)).at(-1) ?? request;
  const [added] = await tx
    .insert(customerRequests)
    .values({
      ...{ supplierId, accountId, kind, state },
      userId: idOf(request.by),
      topic: topic ?? null,
      invoiceId: invoice?.id ?? null,
      wanted: {
        address: wanted?.address ?? null,
        preference: wanted?.preference ?? null,
        document: number === undefined ? null : { number, issuedOn: invoice?.issuedOn ?? null },
      },
      message: text,
      assigneeId: request.assignee ? idOf(request.assignee) : null,
      createdAt: ago(request.hoursAgo),
      waitingSince: ago(lastWritten.hoursAgo),
      firstAnsweredAt: answers[0] ? ago(answers[0].hoursAgo) : null,
      lastAnsweredAt: lastAnswer ? ago(lastAnswer.hoursAgo) : null,
      closedAt: isEnded(state) && lastAnswer ? ago(lastAnswer.hoursAgo) : null,
    })
    .returning({ id: customerRequests.id });
  if (!added || thread.length === 0) return;
  await tx.insert(requestMessages).values(
    thread.map((message) => ({
      ...{ supplierId, accountId },
      requestId: added.id,
      side: isStaff(message.by) ? ("supplier" as const) : ("customer" as const),
      authorId: idOf(message.by),
      outcome: message.outcome ?? null,
      text: message.text,
      at: ago(message.hoursAgo),
    })),
  );
}

async function findUsers(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const names = demoRequests.flatMap(({ by, assignee, thread = [] }) => [
    by,
    ...(assignee ? [assignee] : []),
    ...thread.map((message) => message.by),
  ]);
  const found = await tx
    .select({ id: users.id, identifier: users.identifier })
    .from(users)
    .where(inArray(users.identifier, [...new Set(names)]));
  return new Map(found.map(({ id, identifier }) => [identifier, id]));
}

async function findInvoice(tx: Transaction, accountId: string, fromNewest: number) {
  const [found] = await tx
    .select({ id: invoices.id, number: invoices.number, issuedOn: invoices.issuedOn })
    .from(invoices)
    .where(eq(invoices.accountId, accountId))
    .orderBy(desc(invoices.issuedOn), desc(invoices.id))
    .limit(1)
    .offset(fromNewest);
  return found ?? null;
}
