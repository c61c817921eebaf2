import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { customerRequests } from "@/db/schema/customer-requests";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import type { QuestionTopic } from "@/lib/request-choices";
import { isUuid } from "@/lib/uuid";
import { hasWrittenTooMuch } from "./has-written-too-much";
import { listOpenRequests } from "./list-open-requests";
import { lockAccountRequests } from "./lock-account-requests";
import { queueMessageMail } from "./queue-message-mail";
import { type MessageFault, readMessage } from "./read-message";
import { MAX_OPEN_REQUESTS } from "./request-limits";
import { toStoredRequest } from "./stored-request";

export interface Question {
  /** The invoice that it is about; null for a question about something else. */
  invoiceId: string | null;
  topic: QuestionTopic;
  text: string;
  /** Which of the invoice's contracts and vehicles it is about; another text counts as none. */
  contract: string;
  vehicle: string;
}

export type AskedQuestion =
  | { ok: true; id: string; isNew: boolean }
  | { ok: false; reason: MessageFault | "not_found" | "too_many_open" | "too_many_today" };

/**
 * Asks the account's adviser a question and tells them by mail. If the same question about the same invoice is already
 * waiting, nothing is added. The only contract and the only vehicle of an invoice are named without being chosen. Refuses an empty or too long text, an invoice that the viewer does not see, more than ten
 * requests that wait, and more than twenty messages of the account in a day.
 */
export function askQuestion(viewer: CustomerUser, question: Question): Promise<AskedQuestion> {
  return withViewer(viewer, async (tx): Promise<AskedQuestion> => {
    const read = readMessage(question.text, "customer");
    if (!read.ok) return read;
    const { topic } = question;
    const { accountId, supplierId, userId } = viewer;
    const invoice = question.invoiceId === null ? null : await findInvoice(tx, viewer, question.invoiceId);
    if (invoice === undefined) return { ok: false, reason: "not_found" };
    await lockAccountRequests(tx, accountId);
    const open = await listOpenRequests(tx, accountId);
    const same = open.find(
      (other) =>
        other.invoiceId === (invoice?.id ?? null) && other.topic === topic && other.text === read.text,
    );
    if (same) return { ok: true, id: same.id, isNew: false };
    if (open.length >= MAX_OPEN_REQUESTS) return { ok: false, reason: "too_many_open" };
    const at = now();
    if (await hasWrittenTooMuch(tx, viewer, at)) return { ok: false, reason: "too_many_today" };

    const id = uuidv7();
    const document = invoice && {
      ...{ number: invoice.number, issuedOn: invoice.issuedOn },
      contract: chosenOf(invoice.contracts, question.contract),
      vehicle: chosenOf(invoice.vehicles, question.vehicle),
    };
    const asked = { address: null, preference: null, document, message: read.text.split("\n") };
    await tx.insert(customerRequests).values({
      ...{ id, supplierId, accountId, userId, topic },
      kind: "question",
      invoiceId: invoice?.id ?? null,
      ...toStoredRequest(asked),
      createdAt: at,
      waitingSince: at,
    });
    const about = {
      ...{ kind: "question" as const, topic, document: invoice?.number ?? null },
      ...{ contract: document?.contract ?? null, vehicle: document?.vehicle ?? null },
    };
    await queueMessageMail(tx, viewer, {
      ...{ requestId: id, subjectId: id, about, at },
      isReply: false,
      text: read.text,
    });
    const details = { kind: "question", topic };
    await recordAudit(tx, viewer, { action: "request_made", subjectId: id, supplierId, at, details });
    return { ok: true, id, isNew: true };
  });
}

/** The chosen one of several, or the only one; else null. */
const chosenOf = (names: readonly string[], chosen: string): string | null =>
  names.find((name) => name === chosen) ?? (names.length === 1 ? (names[0] ?? null) : null);

/** Finds the invoice; undefined when the viewer does not see it. */
async function findInvoice(tx: Transaction, viewer: CustomerUser, id: string) {
  if (!isUuid(id)) return undefined;
  const [found] = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      contracts: invoices.contracts,
      vehicles: invoices.vehicles,
    })
    .from(invoices)
    .where(and(visibleInvoices(viewer), eq(invoices.id, id)));
  return found;
}
