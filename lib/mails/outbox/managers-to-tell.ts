import { and, eq, isNotNull } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { isMailAddress } from "@/lib/mail-address";

/** The active managers of a supplier who can be told something by mail: whoever has an address. */
export async function managersToTell(tx: Transaction, supplierId: string) {
  const managers = await tx
    .select({ userId: users.id, recipient: users.email, locale: users.locale })
    .from(users)
    .where(
      and(
        eq(users.supplierId, supplierId),
        eq(users.role, "manager"),
        eq(users.status, "active"),
        isNotNull(users.email),
      ),
    );
  return managers.flatMap(({ recipient, ...manager }) =>
    recipient !== null && isMailAddress(recipient) ? [{ ...manager, recipient }] : [],
  );
}
