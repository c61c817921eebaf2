import { sqlClient } from "@/db/client";

/** Notes in an open session that the second factor of another user was given in it: that user can be reached from it. */
export async function noteFactor(sessionId: string, userId: string): Promise<void> {
  await sqlClient()`select auth_note_factor(${sessionId}, ${userId})`;
}
