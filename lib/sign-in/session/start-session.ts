import { randomUUID } from "node:crypto";
import { sessions } from "@/db/schema/sessions";
import type { Transaction } from "@/db/transaction";

type NewSession = Pick<
  typeof sessions.$inferInsert,
  | "userId"
  | "stamp"
  | "expiresAt"
  | "previousVisitAt"
  | "entrySupplierId"
  | "originUserId"
  | "deviceHash"
  | "provenAt"
  | "factorUserIds"
>;

/** Starts a session of a user in a browser, within a transaction. Returns its id, which the cookie carries. */
export async function startSession(
  tx: Transaction,
  session: NewSession,
  browser: { address: string; userAgent: string },
  at: Date,
): Promise<string> {
  const id = randomUUID();
  await tx.insert(sessions).values({
    ...session,
    id,
    createdAt: at,
    lastSeenAt: at,
    ip: browser.address,
    userAgent: browser.userAgent.slice(0, 300),
  });
  return id;
}
