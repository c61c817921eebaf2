import { sqlClient } from "@/db/client";

/** Password hash and stamp of a signed-in user. Read before hashing, so that a change in the meantime is noticed. */
export async function ownCredentials(
  identifier: string,
): Promise<{ passwordHash: string | null; stamp: number }> {
  const [row] = await sqlClient()<{ password_hash: string | null; stamp: number }[]>`
    select password_hash, stamp from auth_credentials(${identifier})`;
  if (!row) throw new Error("The signed-in user was not found.");
  return { passwordHash: row.password_hash, stamp: row.stamp };
}
