import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { type ContactHours, NO_HOURS } from "@/lib/contact-hours";

/** Who answers the customer, and how to reach them. Texts may be "". */
export interface AdviserContact {
  /** Absent for the supplier's customer service. */
  adviserName?: string;
  email: string;
  phone: string;
  hours: ContactHours;
  /** Working days within which the supplier promises an answer; null when it makes no promise. */
  answerWithinDays: number | null;
}

/** The adviser of the viewer's account, or else the supplier's customer service. */
export async function findAdviser(tx: Transaction, viewer: AccountReader): Promise<AdviserContact> {
  const [found] = await tx
    .select({
      name: accounts.adviserName,
      email: accounts.adviserEmail,
      phone: accounts.adviserPhone,
      contactEmail: suppliers.contactEmail,
      contactPhone: suppliers.contactPhone,
      contactHours: suppliers.contactHours,
      contactHoursTexts: suppliers.contactHoursTexts,
      answerWithinDays: suppliers.answerWithinDays,
    })
    .from(accounts)
    .innerJoin(suppliers, eq(suppliers.id, accounts.supplierId))
    .where(visibleAccounts(viewer));
  if (!found) throw new Error("The account of the signed-in user was not found.");
  const { name, answerWithinDays, contactEmail, contactPhone } = found;
  const hours = { texts: found.contactHoursTexts, otherwise: found.contactHours };
  if (!name) return { email: contactEmail, phone: contactPhone, hours, answerWithinDays };
  return {
    adviserName: name,
    email: found.email ?? contactEmail,
    phone: found.phone ?? contactPhone,
    hours: NO_HOURS,
    answerWithinDays,
  };
}

/** Finds the adviser in a separate transaction, for a page that shows nothing else of the account. */
export const openAdviser = (viewer: AccountReader): Promise<AdviserContact> =>
  withViewer(viewer, (tx) => findAdviser(tx, viewer));
