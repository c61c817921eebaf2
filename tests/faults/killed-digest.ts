import { strict as assert } from "node:assert";
import { setTimeout as pause } from "node:timers/promises";
import { HOUR_MS } from "@/lib/durations";
import { type SeededRandom, seededRandom } from "@/scripts/demo/seeded-random";
import { eventually } from "@/tests/support/eventually";
import type { ResendStub } from "@/tests/support/resend-stub";
import { asOwner, makeSupplier } from "@/tests/support/world";
import { clockAt } from "./fault-world";
import { fillWaiting } from "./fill-waiting";
import { holdTable } from "./hold-table";
import { expectEachInvoiceOnce, tally } from "./provider-ledger";
import { startWorker, type WorkerProcess } from "./worker-process";

/** The moment at which a worker is killed. */
const MOMENTS = {
  digest: "between a digest's row and its mail, uncommitted",
  queueing: "while a digest's mail is written, uncommitted",
  random: "at a random moment of its work",
  request: "when the provider has read a request and not accepted it",
  accepted: "between the provider's accept and its answer",
  writing: "between the provider's answer and our write",
} as const;
export type Moment = keyof typeof MOMENTS;
const NAMES = Object.keys(MOMENTS) as Moment[];

/** The table that is locked so that a worker waits there, for moments inside the database. */
const LOCKED_TABLES: Partial<Record<Moment, string>> = {
  digest: "link_capabilities",
  queueing: "mails",
  writing: "deliveries",
};

const FIRST_DAY = Date.parse("2026-09-01T17:00:00Z");
/** The largest number of mails in one request. */
const BATCH = 100;
/** Longer than every lease. */
const LATER_MS = 6 * 60_000;

export interface KilledDigest {
  stub: ResendStub;
  seed: string;
  /** Workers to kill, in all. */
  kills: number;
  /** The moments of the kills of each day; by default all. */
  moments?: Moment[];
  accounts: number;
  invoicesPerAccount: number;
}

/**
 * B2: every day every account has invoices for its digest. Workers that make and send digests are killed, then one runs
 * to the end. Each day each account has one accepted mail, and each invoice is in exactly one.
 */
export async function killedDigest(suite: KilledDigest): Promise<string[]> {
  const { stub, kills, moments = NAMES, accounts, invoicesPerAccount } = suite;
  const random = seededRandom(suite.seed);
  const supplier = await makeSupplier();
  const killedAt = new Map<string, number>();
  let [killed, finished, day, spare] = [0, 0, 0, startWorker()];
  const nextWorker = async () => {
    const worker = await spare;
    spare = startWorker();
    return worker;
  };

  let usualMs = 0;
  try {
    for (; killed < kills; day += 1) {
      let at = FIRST_DAY + day * 24 * HOUR_MS;
      clockAt(at);
      const label = `B2D${day}`;
      const acceptedBefore = stub.accepted.length;
      await fillWaiting({
        ...{ label, supplierId: supplier.id, preference: "digest", accounts, invoicesPerAccount },
        at: new Date(at - 3 * HOUR_MS),
      });
      // On the first day no worker is killed, to measure how long the work takes.
      for (const moment of day === 0 ? [] : inOrder(random, moments)) {
        const worker = await nextWorker();
        const isKilled = await killAt(worker, moment, { stub, random, usualMs, accounts });
        if (isKilled) {
          killed += 1;
          killedAt.set(moment, (killedAt.get(moment) ?? 0) + 1);
        } else finished += 1;
        clockAt((at += LATER_MS));
      }
      const workMs = await runToTheEnd(nextWorker, at);
      if (day === 0) usualMs = workMs;
      const accepted = stub.accepted.slice(acceptedBefore);
      expectEachInvoiceOnce(accepted, { label, accounts, invoicesPerAccount });
      const perAccount = tally(accepted.map(({ mail }) => mail.to));
      assert.deepEqual([perAccount.size, accepted.length], [accounts, accounts], `digests of day ${day}`);
    }
  } finally {
    await (await spare).kill();
  }
  await expectNothingLeft(day * accounts, day * accounts * invoicesPerAccount);
  return [
    `${killed} workers killed in ${day} days (${finished} finished before they could be killed):`,
    ...NAMES.map((name) => `  ${String(killedAt.get(name) ?? 0).padStart(3)} ${MOMENTS[name]}`),
    `${stub.counts.mails} digests accepted, one per account and day; ${day * accounts * invoicesPerAccount} invoices, each in exactly one`,
  ];
}

/**
 * Orders the kills of a day: first those while digests are made, then those while mails are sent. A kill at a random
 * moment may come at any place.
 */
function inOrder(random: SeededRandom, moments: Moment[]): Moment[] {
  const rank = (moment: Moment) => {
    if (moment === "random") return random.below(30);
    return (moment === "digest" || moment === "queueing" ? 0 : 20) + random.below(10);
  };
  return moments
    .map((moment) => ({ moment, rank: rank(moment) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ moment }) => moment);
}

/** Starts the worker's jobs and kills it at this moment. False when it had already finished. */
async function killAt(
  worker: WorkerProcess,
  moment: Moment,
  world: { stub: ResendStub; random: SeededRandom; usualMs: number; accounts: number },
): Promise<boolean> {
  const { stub, random, accounts } = world;
  const table = LOCKED_TABLES[moment];
  const held = table ? await holdTable(table) : null;
  const stop = { isOver: false };
  const done = worker.order({ kind: "jobs" }).then(() => void (stop.isOver = true));
  await Promise.race([done, held ? held.untilSomebodyWaits(stop) : untilMoment()]);
  const isDone = stop.isOver;
  stop.isOver = true;
  await worker.kill();
  await held?.release();
  stub.decide(() => null);
  return !isDone;

  function untilMoment(): Promise<void> {
    if (moment === "random") return pause(random.below(Math.max(1, Math.round(world.usualMs))));
    const nth = random.between(1, Math.ceil(accounts / BATCH));
    let requests = 0;
    return new Promise((resolve) => {
      stub.decide(() => {
        if ((requests += 1) !== nth) return null;
        setImmediate(resolve);
        return { kind: "hang", accept: moment === "accepted" };
      });
    });
  }
}

/** Runs workers without kills until no mail is queued or being sent. Returns how long they worked, in milliseconds. */
async function runToTheEnd(nextWorker: () => Promise<WorkerProcess>, from: number): Promise<number> {
  await waitForKilledWorkers();
  let workMs = 0;
  for (let at = from, round = 0; ; at += LATER_MS, round += 1) {
    clockAt(at);
    const worker = await nextWorker();
    const start = performance.now();
    await worker.order({ kind: "jobs" });
    workMs += performance.now() - start;
    await worker.kill();
    const [row] = await asOwner(
      (sql) => sql`select count(*)::int as n from mails where state in ('queued', 'sending')`,
    );
    if (row?.n === 0) return workMs;
    assert.ok(round < 20, `${row?.n} mails are still on their way`);
  }
}

/** Waits for the last statement of a killed worker, which may still run in PostgreSQL; others would skip its rows. */
const waitForKilledWorkers = () =>
  eventually("the last statements of the killed workers have ended", async () => {
    const [row] = await asOwner(
      (sql) => sql`
        select count(*)::int as n from pg_stat_activity
        where xact_start is not null and pid <> pg_backend_pid() and backend_type = 'client backend'
          and datname = current_database()`,
    );
    return row?.n === 0;
  });

async function expectNothingLeft(mails: number, invoices: number): Promise<void> {
  await waitForKilledWorkers();
  const [row] = await asOwner(
    (sql) => sql`
      select (select count(*)::int from mails where state = 'sent') as sent,
        (select count(*)::int from mails) as mails,
        (select count(*)::int from digests) as digests,
        (select count(*)::int from link_capabilities) as links,
        (select count(distinct invoice_id)::int from link_capability_invoices) as linked,
        (select count(*)::int from link_capability_invoices) as links_to_invoices,
        (select count(*)::int from notifications where state = 'mailed' and digest_id is not null) as mailed_notifications`,
  );
  assert.deepEqual(
    { ...row },
    {
      sent: mails,
      mails,
      digests: mails,
      links: mails,
      linked: invoices,
      links_to_invoices: invoices,
      mailed_notifications: invoices,
    },
  );
}
