import { v7 as uuidv7 } from "uuid";
import { tokens } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { sha256Hex } from "@/lib/sha256";
import { deriveToken } from "./mailed-token";

/** What a mailed link lets its holder do, to whom it is mailed, and for which user. */
type NewToken = Pick<
  typeof tokens.$inferInsert,
  "purpose" | "supplierId" | "userId" | "askingUserId" | "email" | "createdAt"
>;

/**
 * Makes the token of one mailed link, in the transaction that queues its mail. Returns its id, from which the mail
 * derives the secret when it is rendered; only the secret's digest is stored.
 */
export async function issueToken(tx: Transaction, token: NewToken): Promise<string> {
  const id = uuidv7();
  await tx.insert(tokens).values({ ...token, id, tokenHash: sha256Hex(deriveToken(token.purpose, id)) });
  return id;
}
