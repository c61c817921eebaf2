import { inArray } from "drizzle-orm";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { MailReason } from "@/db/schema/mail-reasons";
import type { Transaction } from "@/db/transaction";
import { type AddressState, lessSeriousStates } from "./delivery-event";

interface AddressReport {
  supplierId: string;
  email: string;
  state: AddressState;
  reason: MailReason;
  serverAnswer: string | null;
  at: Date;
}

/** Records the state of an address for one supplier alone. A more serious state stays. */
export async function recordAddressState(tx: Transaction, report: AddressReport): Promise<void> {
  const { state, reason, serverAnswer, at } = report;
  const email = report.email.toLowerCase();
  const lessSerious = lessSeriousStates(state);
  const row = { supplierId: report.supplierId, email, state, reason, serverAnswer, at };
  const insert = tx.insert(mailAddresses).values(row);
  if (lessSerious.length === 0) {
    await insert.onConflictDoNothing();
    return;
  }
  await insert.onConflictDoUpdate({
    target: [mailAddresses.supplierId, mailAddresses.email],
    set: { state, reason, serverAnswer, at },
    setWhere: inArray(mailAddresses.state, lessSerious),
  });
}
