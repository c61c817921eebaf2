import { sqlClient } from "@/db/client";

/** Password hash and stamp of a signed-in user. Read before hashing, so that a change meanwhile is noticed. */
export async function ownCredentials(
  identifier: string,
): Promise<{ passwordHash: string | null; stamp: number }> {
  const [row] = await sqlClient()<{ password_hash: string | null; stamp: number }[]>`
    select password_hash, stamp from auth_credentials(${identifier})`;
  if (!row) throw new Error("A signed-in user is not there.");
  return { passwordHash: row.password_hash, stamp: row.stamp };
}
