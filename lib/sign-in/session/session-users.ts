import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Transaction } from "@/db/transaction";
import type { Session } from "./session";

/** Returns the user of a session and, after switching, also the user who signed in: a stolen session may harm both. */
export async function sessionUsers(
  tx: Transaction,
  session: Pick<Session, "id" | "viewer">,
): Promise<string[]> {
  const { userId } = session.viewer;
  const [row] = await tx
    .select({ originUserId: sessions.originUserId })
    .from(sessions)
    .where(eq(sessions.id, session.id));
  return row?.originUserId ? [userId, row.originUserId] : [userId];
}

/** Whether the session was reached by switching: its fresh proof is then that of the identifier that signed in. */
export async function isSwitched(tx: Transaction, session: Pick<Session, "id" | "viewer">): Promise<boolean> {
  return (await sessionUsers(tx, session)).length > 1;
}
