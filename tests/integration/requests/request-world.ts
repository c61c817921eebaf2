import type { StaffUser } from "@/lib/access/viewer";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { answerRequest } from "@/lib/requests/answer-request";
import { askQuestion } from "@/lib/requests/ask-question";
import { openStaffRequest } from "@/lib/requests/open-staff-request";
import { clockAt } from "@/tests/support/clock-file";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import { asOwner, makeAccount, makeStaff, makeSupplier, resetToOneAccount } from "@/tests/support/world";

export const CAMILLE = "camille@essai.example";
export const ELSA = "elsa@loueur.example";
export const CONTACT = "atelier@loueur.example";

/**
 * An account with an invoice and a proven administrator, a second account, an adviser and a manager of the supplier with
 * a contact, and an adviser of another supplier; Monday, 10:00 in Paris.
 */
export async function makeRequestWorld() {
  await emptyMailbox();
  clockAt("2026-11-23T09:00:00Z");
  const { supplier, account } = await resetToOneAccount({ preference: "link" });
  const other = await makeAccount(supplier);
  const staff = async (role: "adviser" | "manager", of = supplier) =>
    (await makeStaff(role, of)).viewer as StaffUser;
  const elsa = await staff("adviser");
  const hugo = await staff("manager");
  const stranger = await staff("adviser", await makeSupplier());
  const deposit = crypto.randomUUID();
  const invoice = invoiceRow(supplier, account, deposit);
  const otherInvoice = invoiceRow(supplier, other, deposit);
  await insertInvoices(supplier, deposit, [invoice, otherInvoice]);
  await asOwner(async (sql) => {
    await sql`update users set email = ${CAMILLE}, name = 'Camille', email_verified_at = now()
      where id = ${account.administrator.userId}`;
    await sql`update users set email = ${ELSA}, name = 'Elsa' where id = ${elsa.userId}`;
    await sql`update accounts set email = ${CAMILLE}, email_source = 'api' where id = ${account.id}`;
    await sql`
      insert into request_contacts (id, supplier_id, name, email, created_at)
      values (gen_random_uuid(), ${supplier.id}, 'Atelier', ${CONTACT}, now())`;
  });
  const ask = (text = "La remise manque.", viewer = account.administrator) =>
    askQuestion(viewer, { invoiceId: invoice.id, topic: "amount", text, contract: "", vehicle: "" });
  /** Asks a question and returns its id. */
  const askForId = async (text?: string): Promise<string> => {
    const made = await ask(text);
    if (!made.ok) throw new Error(made.reason);
    return made.id;
  };
  const answer = async (id: string, text: string) =>
    answerRequest(elsa, id, { text, seen: await seenBy(elsa, id) });
  return { supplier, account, other, elsa, hugo, stranger, invoice, otherInvoice, ask, askForId, answer };
}

export type RequestWorld = Awaited<ReturnType<typeof makeRequestWorld>>;

/** The last entry of the thread that this member of staff sees now. */
export const seenBy = async (viewer: StaffUser, id: string) =>
  (await openStaffRequest(viewer, id))?.seen ?? "";

/** Sends what is queued; returns the mails, newest first. */
export async function sent() {
  await dispatchMails(new Date("2100-01-01"));
  return listMailbox(500);
}
