import { inArray } from "drizzle-orm";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { MailReason } from "@/db/schema/mail-reasons";
import type { Transaction } from "@/db/transaction";
import { type AddressState, lessSeriousStates } from "./delivery-event";

interface AddressNews {
  supplierId: string;
  email: string;
  state: AddressState;
  reason: MailReason;
  at: Date;
}

/** Records, for one supplier alone, what became of an address. Something more serious that is known of it stays. */
export async function noteAddress(tx: Transaction, news: AddressNews): Promise<void> {
  const { state, reason, at } = news;
  const email = news.email.toLowerCase();
  const lessSerious = lessSeriousStates(state);
  const row = { supplierId: news.supplierId, email, state, reason, at };
  const insert = tx.insert(mailAddresses).values(row);
  if (lessSerious.length === 0) {
    await insert.onConflictDoNothing();
    return;
  }
  await insert.onConflictDoUpdate({
    target: [mailAddresses.supplierId, mailAddresses.email],
    set: { state, reason, at },
    setWhere: inArray(mailAddresses.state, lessSerious),
  });
}
