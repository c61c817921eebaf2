import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { withViewer } from "@/lib/access/with-viewer";
import type { CustomerSession } from "./current-session";

/** From now on this session is where it wants to be: at whose door it was opened is forgotten (R11). */
export async function leaveDoor(session: CustomerSession): Promise<void> {
  await withViewer(session.viewer, (tx) =>
    tx.update(sessions).set({ entrySupplierId: null }).where(eq(sessions.id, session.id)),
  );
}
