import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { withViewer } from "@/lib/access/with-viewer";
import type { CustomerSession } from "./current-session";

/** Forgets the supplier whose page the user signed in on (R11). */
export async function forgetEntrySupplier(session: CustomerSession): Promise<void> {
  await withViewer(session.viewer, (tx) =>
    tx.update(sessions).set({ entrySupplierId: null }).where(eq(sessions.id, session.id)),
  );
}
