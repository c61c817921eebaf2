import { inArray } from "drizzle-orm";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";
import { type AddressState, lighterStates } from "./delivery-event";

export interface AddressNews {
  supplierId: string;
  email: string;
  state: AddressState;
  reason: string;
  at: Date;
}

/** Remembers, for one supplier alone, what became of an address; what is worse stays. */
export async function noteAddress(tx: Transaction, news: AddressNews): Promise<void> {
  const { state, reason, at } = news;
  const email = news.email.toLowerCase();
  const lighter = lighterStates(state);
  const row = { supplierId: news.supplierId, email, state, reason, at };
  const insert = tx.insert(mailAddresses).values(row);
  if (lighter.length === 0) {
    await insert.onConflictDoNothing();
    return;
  }
  await insert.onConflictDoUpdate({
    target: [mailAddresses.supplierId, mailAddresses.email],
    set: { state, reason, at },
    setWhere: inArray(mailAddresses.state, lighter),
  });
}
