import { hash, verify } from "@node-rs/argon2";
import { withTurn } from "@/lib/limits/take-turn";
import type { Asker } from "@/lib/limits/turn";
import { normalizePassword } from "@/lib/password-rule";

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. About 35 ms on one core.
// (2 is Algorithm.Argon2id: the package declares it as a const enum, which isolated modules cannot import.)
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a random password that nobody knows. Verified for an unknown user, so that both cases cost the same. */
const UNKNOWN_USER_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$szarJhRbkdhGhZpa8Mib+g$XteX+gnJ6Wp4AefsnD7JKajeciWF4Ukqbb6ywSGW29U";

/** The argon2id hash of `password` in PHC form. Throws `Busy` when `asker` gets no turn. */
export function hashPassword(password: string, asker: Asker): Promise<string> {
  return withTurn("hashing", asker, () => hash(normalizePassword(password), ARGON2ID));
}

/**
 * Whether `passwordHash` is the hash of `password`. A null hash takes the same time and gives false. Throws `Busy` when
 * `asker` gets no turn.
 */
export function verifyPassword(
  passwordHash: string | null,
  password: string,
  asker: Asker,
): Promise<boolean> {
  return withTurn("hashing", asker, async () => {
    const isRight = await verify(passwordHash ?? UNKNOWN_USER_HASH, normalizePassword(password));
    return isRight && passwordHash !== null;
  });
}
