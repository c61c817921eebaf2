import { sqlClient } from "@/db/client";

/**
 * Records in an open session that the second factor of another user was given in it, so that it may switch to that
 * user.
 */
export async function noteFactor(sessionId: string, userId: string): Promise<void> {
  await sqlClient()`select auth_note_factor(${sessionId}, ${userId})`;
}
