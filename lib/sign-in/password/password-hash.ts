import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. About 35 ms on one core.
// (2 is Algorithm.Argon2id: the package declares it as a const enum, which isolated modules cannot import.)
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Verified for an unknown user, so that both cases cost the same. The hash of a random password nobody knows. */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$szarJhRbkdhGhZpa8Mib+g$XteX+gnJ6Wp4AefsnD7JKajeciWF4Ukqbb6ywSGW29U";

const MOST_PARALLEL = 2;
const MAY_WAIT = 16;
let running = 0;
const waiting: (() => void)[] = [];

/** Thrown when too many passwords are being hashed; try again in a second. */
export class HashingBusy extends Error {
  readonly retryAfterSeconds = 1;
  constructor() {
    super("Too many passwords are being checked at this moment.");
  }
}

/** The argon2id hash of `password` in PHC form. Throws `HashingBusy` when too many are waiting. */
export function hashPassword(password: string): Promise<string> {
  return bounded(() => hash(password.normalize("NFKC"), ARGON2ID));
}

/** Whether `passwordHash` is the hash of `password`. A null hash takes the same time and gives false. */
export function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  return bounded(async () => {
    const isRight = await verify(passwordHash ?? NOBODY, password.normalize("NFKC"));
    return isRight && passwordHash !== null;
  });
}

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_PARALLEL) {
    if (waiting.length >= MAY_WAIT) throw new HashingBusy();
    await new Promise<void>((start) => waiting.push(start));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
