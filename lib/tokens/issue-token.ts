import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { tokens } from "@/db/schema/tokens";
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
 * from it when the mail is rendered. Only the secret's SHA-256 is stored. PostgreSQL refuses a link that the viewer may
 * not make, or to an address that is not recorded for the user, and writes the journal (db/functions/issue.sql).
 */
export async function issueToken(tx: Transaction, token: NewToken): Promise<string> {
  const id = uuidv7();
  const { purpose, supplierId = null, userId = null, askingUserId = null, email, createdAt } = token;
  const hash = sha256Hex(deriveToken(purpose, id));
  await tx.execute(sql`
    select issue_access_link(${id}, ${purpose}, ${supplierId}, ${userId}, ${askingUserId}, ${email},
      decode(${hash}, 'hex'), ${createdAt.toISOString()})`);
  return id;
}
