import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";
import { addWithFreeIdentifier } from "./add-with-free-identifier";

/** Creates the administrator of an account, with a free identifier (R3). */
export function addAdministrator(
  tx: Transaction,
  account: {
    accountId: string;
    email: string;
    locale: Locale;
    /** `name` and `historyMonths` are copied from the person's former user, if there is one. */
    name?: string;
    historyMonths?: number | null;
  },
  at: Date,
): Promise<{ id: string; identifier: string }> {
  return addWithFreeIdentifier(tx, { ...account, role: "administrator", createdAt: at });
}
