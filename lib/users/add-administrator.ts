import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";
import { newIdentifier } from "./assign-identifier";
import { isAddressKnown } from "./is-address-known";

const TRIES = 5;

/**
 * Creates the administrator of an account. The identifier is the address, or an assigned one when the address is used
 * already (R3): the unique index decides when two suppliers activate the same address at the same moment.
 */
export async function addAdministrator(
  tx: Transaction,
  account: {
    accountId: string;
    email: string;
    locale: Locale;
    /** The settings that this person had as a user before. */
    name?: string;
    historyMonths?: number | null;
  },
  at: Date,
): Promise<{ id: string; identifier: string }> {
  const { email } = account;
  const wanted = (await isAddressKnown(tx, email)) ? [] : [email];
  for (const identifier of [...wanted, ...Array.from({ length: TRIES }, newIdentifier)]) {
    const [added] = await tx
      .insert(users)
      .values({ ...account, identifier, role: "administrator", createdAt: at })
      .onConflictDoNothing({ target: users.identifier })
      .returning({ id: users.id, identifier: users.identifier });
    if (added) return added;
  }
  throw new Error("No free identifier was found.");
}
