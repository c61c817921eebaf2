import { asc, eq } from "drizzle-orm";
import { requestContacts } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";

/** A person to whom requests may be passed on by mail. */
export interface RequestContact {
  id: string;
  name: string;
  email: string;
}

/** The supplier's contacts for passing requests on, by name. There are at most `MAX_CONTACTS`. */
export const listContacts = (tx: Transaction, viewer: StaffUser): Promise<RequestContact[]> =>
  tx
    .select({ id: requestContacts.id, name: requestContacts.name, email: requestContacts.email })
    .from(requestContacts)
    .where(eq(requestContacts.supplierId, viewer.supplierId))
    .orderBy(asc(requestContacts.name), asc(requestContacts.id));

/** Lists the contacts in a separate transaction, for a page that shows nothing else. */
export const openContacts = (viewer: StaffUser): Promise<RequestContact[]> =>
  withViewer(viewer, (tx) => listContacts(tx, viewer));
