import type { Bounds } from "./turn";

/**
 * The scarce resources of one process, and how they are shared (security T30): its threads, memory, descriptors and
 * connections. Each process counts only its own turns. What all processes must know is in PostgreSQL: the attempts
 * (throttle.ts) and the end of sessions.
 */
export const RESOURCES = {
  /** Computing argon2id: 19 MiB and about 35 ms of one core. */
  hashing: {
    atOnce: 2,
    waiting: 96,
    waitingEach: { network: 48, identifier: 4, user: 4 },
    waitMs: 5_000,
  },
  /** A thread that parses invoice files. One supplier never has all of them. */
  parsing: {
    atOnce: 3,
    each: { supplier: 2 },
    waiting: 200,
    waitingEach: { supplier: 100 },
    waitMs: 30_000,
  },
  /** An original that is read into memory for a page. */
  reading: {
    atOnce: 4,
    each: { supplier: 3, account: 2 },
    waiting: 64,
    waitingEach: { user: 16 },
    waitMs: 5_000,
  },
  /** A connection of the pool, for one transaction. The rest of the pool is for queries outside of transactions. */
  connections: {
    atOnce: 8,
    each: { network: 4, supplier: 6, key: 4, account: 4, user: 3, session: 3, link: 4, job: 4 },
    waiting: 256,
    waitingEach: { supplier: 192, account: 128, user: 64, session: 64, link: 64 },
    waitMs: 15_000,
  },
  /** A query that may read every invoice of an account. */
  searching: {
    atOnce: 3,
    each: { supplier: 2, account: 1 },
    waiting: 128,
    waitingEach: { account: 48, user: 32 },
    waitMs: 10_000,
  },
  /** A pack, a table, or a file with a user's own data, while it is made and sent. */
  exports: {
    atOnce: 16,
    each: { supplier: 12, account: 4, user: 2 },
    waiting: 32,
    waitingEach: { account: 8, user: 4 },
    waitMs: 5_000,
  },
  /** An original that is being sent: an open file and a connection. */
  downloads: {
    atOnce: 96,
    each: { supplier: 72, account: 24, user: 8, link: 8 },
    waiting: 128,
    waitingEach: { account: 32, user: 16, link: 16 },
    waitMs: 5_000,
  },
  /** A deposit whose file is received and stored: up to 20 MB of memory. */
  deposits: {
    atOnce: 8,
    each: { supplier: 3, key: 3 },
    waiting: 256,
    waitingEach: { supplier: 128 },
    waitMs: 30_000,
  },
  /** A deposit of a long file: receiving and copying it takes about 50 ms of the thread that answers all requests. */
  longDeposits: {
    atOnce: 4,
    each: { supplier: 1 },
    waiting: 128,
    waitingEach: { supplier: 64 },
    waitMs: 30_000,
  },
  /**
   * The one thread on which Next makes all pages and runs all forms. Several pages of one session at the same time
   * would delay everybody else. So a session has one turn at a time, and its waiting requests let those of others go
   * first (`yieldMs`). All strangers of one network count as one session.
   */
  pages: {
    atOnce: 256,
    each: { network: 32, session: 1 },
    waiting: 1_024,
    waitingEach: { network: 512, session: 128 },
    waitMs: 15_000,
    yieldMs: 250,
  },
  /**
   * A request with a body that is not a deposit, until it is answered. It uses a connection, and up to 64 KB of memory
   * before it runs.
   */
  forms: {
    atOnce: 128,
    each: { network: 64 },
    waiting: 192,
    waitingEach: { network: 96 },
    waitMs: 15_000,
  },
  /** A form whose body is larger than people can type, until it is answered: up to 1 MB, which is in memory twice. */
  bodies: {
    atOnce: 24,
    each: { network: 4 },
    waiting: 96,
    waitingEach: { network: 32 },
    waitMs: 15_000,
  },
  /** A connection of a client: a descriptor. */
  sockets: {
    atOnce: 4_000,
    each: { network: 1_000 },
    waiting: 0,
    waitMs: 0,
  },
} as const satisfies Record<string, Bounds>;

export type Resource = keyof typeof RESOURCES;
