import type { StaffUser } from "@/lib/access/viewer";
import type { ActingStaff } from "@/lib/accounts/one/acting-staff";
import { now } from "@/lib/clock";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { invoiceFile } from "@/tests/support/invoice-file";
import { provenSession } from "@/tests/support/proven-session";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

export const ADDRESS = "compta@perce-neige.example";

export interface StaffWorld {
  supplier: TestSupplier;
  /** An activated account whose administrator is notified at ADDRESS, with preference `link`. */
  account: TestAccount;
  adviser: ActingStaff;
  /** An adviser of another supplier. */
  stranger: ActingStaff;
}

/** A supplier with an account and an adviser in a session that has just been opened, on a morning in November. */
export async function makeStaffWorld(): Promise<StaffWorld> {
  clockAt("2026-11-20T10:00:00Z");
  await testDatabase().reset();
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier, { preference: "link" });
  await asOwner(async (sql) => {
    await sql`
      update accounts set email = ${ADDRESS}, email_source = 'api', activation_queued_at = ${now()}
      where id = ${account.id}`;
    await sql`
      update users set email = ${ADDRESS}, password_changed_at = ${now()} where id = ${account.administrator.userId}`;
    await sql`update users set password_changed_at = ${now()} where id = ${account.member.userId}`;
  });
  return {
    supplier,
    account,
    adviser: await staffOf(supplier),
    stranger: await staffOf(await makeSupplier()),
  };
}

async function staffOf(supplier: TestSupplier): Promise<ActingStaff> {
  const viewer = (await makeStaff("adviser", supplier)).viewer as StaffUser;
  return { viewer, sessionId: await provenSession(viewer), supplierName: "Loueur Essai" };
}

let count = 0;

/** Deposits an invoice for the account; returns its id and number. */
export async function depositFor(
  { supplier, account }: StaffWorld,
  number = `S-${(count += 1)}`,
): Promise<{ id: string; number: string }> {
  const file = invoiceFile({ customerNumber: account.customerNumber, number });
  const result = await depositInvoice(supplier.keyViewer, file, {}, { dryRun: false });
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`);
  const [row] = await asOwner((sql) => sql`select id from invoices where number = ${number}`);
  return { id: String(row?.id), number };
}

export const mailsOf = (kind: string) =>
  asOwner(
    (sql) => sql`select kind, recipient, generation, state, subject_id, props from mails where kind = ${kind}
      order by generation, id`,
  );

export const journalOf = (account: TestAccount) =>
  asOwner(
    (sql) => sql`select action, actor_kind, details from audit_events where account_id = ${account.id}
      and actor_kind = 'adviser' order by at, id`,
  );
