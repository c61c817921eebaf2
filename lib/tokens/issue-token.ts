import { v7 as uuidv7 } from "uuid";
import { tokens } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { sha256Hex } from "@/lib/sha256";
import { deriveToken } from "./mailed-token";

/** Purpose of a mailed link, the address it goes to, and the user it is for. */
type NewToken = Pick<
  typeof tokens.$inferInsert,
  "purpose" | "supplierId" | "userId" | "askingUserId" | "email" | "createdAt"
>;

/**
 * Creates the token of one mailed link, in the transaction that queues its mail. Returns its id: the secret is derived
 * from it when the mail is rendered. Only the secret's SHA-256 is stored.
 */
export async function issueToken(tx: Transaction, token: NewToken): Promise<string> {
  const id = uuidv7();
  await tx.insert(tokens).values({ ...token, id, tokenHash: sha256Hex(deriveToken(token.purpose, id)) });
  return id;
}
