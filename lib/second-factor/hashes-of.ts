import { type SQL, sql } from "drizzle-orm";
import { recoveryCodeHash } from "@/lib/sign-in/second-factor/recovery-codes";

/** The digests of recovery codes, as PostgreSQL stores them. */
export function hashesOf(secret: string, recoveryCodes: readonly string[]): SQL {
  const hashes = recoveryCodes.map((code) => sql`decode(${recoveryCodeHash(secret, code)}, 'hex')`);
  return sql`array[${sql.join(hashes, sql`, `)}]`;
}
