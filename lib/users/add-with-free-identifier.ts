import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { newIdentifier } from "./assign-identifier";
import { isAddressKnown } from "./is-address-known";

const TRIES = 5;

/**
 * Creates a user whose identifier is the address, or an assigned one when the address is used already (R3): the unique
 * index decides when two add the same address at the same moment.
 */
export async function addWithFreeIdentifier(
  tx: Transaction,
  user: Omit<typeof users.$inferInsert, "identifier" | "email"> & { email: string },
): Promise<{ id: string; identifier: string }> {
  const { email } = user;
  const wanted = (await isAddressKnown(tx, email)) ? [] : [email];
  for (const identifier of [...wanted, ...Array.from({ length: TRIES }, newIdentifier)]) {
    const [added] = await tx
      .insert(users)
      .values({ ...user, identifier })
      .onConflictDoNothing({ target: users.identifier })
      .returning({ id: users.id, identifier: users.identifier });
    if (added) return added;
  }
  throw new Error("No free identifier was found.");
}
