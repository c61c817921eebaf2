import { sessions } from "@/db/schema/sessions";
import type { CustomerSession } from "@/lib/auth/current-session";
import { withViewer } from "@/lib/auth/with-viewer";
import { eq } from "drizzle-orm";

/** From now on this session is where it wants to be: at whose door it was opened is forgotten (R11). */
export async function leaveDoor(session: CustomerSession): Promise<void> {
  await withViewer(session.viewer, (tx) =>
    tx.update(sessions).set({ doorSupplierId: null }).where(eq(sessions.id, session.id)),
  );
}
