import { and, eq, inArray } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";

/** Returns the addresses whose mails from this supplier were refused permanently, each with the time of the refusal. */
export async function findBounced(
  tx: Transaction,
  viewer: StaffUser | SupplierKey,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (addresses.length === 0) return new Map();
  const rows = await tx
    .select({ email: mailAddresses.email, at: mailAddresses.at })
    .from(mailAddresses)
    .where(
      and(
        eq(mailAddresses.supplierId, viewer.supplierId),
        isAmong(mailAddresses.email, addresses),
        inArray(mailAddresses.state, ["bounced", "suppressed"]),
      ),
    );
  return new Map(rows.map(({ email, at }) => [email, at]));
}
