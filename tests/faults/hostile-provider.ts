import { strict as assert } from "node:assert";
import { HOUR_MS, MINUTE_MS } from "@/lib/durations";
import { runDueWork } from "@/lib/jobs/run-due-work";
import { type SeededRandom, seededRandom } from "@/scripts/demo/seeded-random";
import type { ResendStub, StubFault } from "@/tests/support/resend-stub";
import { asOwner, makeSupplier } from "@/tests/support/world";
import { clockAt } from "./fault-world";
import { fillWaiting, type Waiting } from "./fill-waiting";
import { expectEachInvoiceOnce, tally } from "./provider-ledger";

const START = Date.parse("2026-09-01T17:00:00Z");
/** How long the provider fails at random: far less than the two days after which a mail is given up. */
const HOSTILE_MS = 40 * MINUTE_MS;
const DISPATCHERS = 3;
const MAX_WORK_MS = 365 * 24 * HOUR_MS;

export interface HostileProvider {
  stub: ResendStub;
  seed: string;
  /** The number of mails of each kind: with a link, with an attachment, digests. */
  mails: { link: number; attachment: number; digest: number };
  /** Mails to addresses that the provider refuses. */
  refused: number;
  /** Requests that end in our own timeout, 30 seconds each. */
  hangs: number;
  /** Mails whose acceptance stays unknown, and mails of an outage that lasts longer than all tries. */
  lost: number;
}

/**
 * B6: the provider answers with 429 and Retry-After, 5xx, HTML or nothing, or cuts the connection, before or after it
 * has accepted, and is down for a time. Three dispatchers run, and the clock is moved. According to the provider every
 * mail is accepted once. A mail that was never accepted is a dead letter with its reason. A mail that may have been
 * accepted, but whose key the provider has forgotten, is not sent again.
 */
export async function hostileProvider(suite: HostileProvider): Promise<string[]> {
  const { stub } = suite;
  const random = seededRandom(suite.seed);
  const supplier = await makeSupplier();
  const fill = async (
    label: string,
    preference: Waiting["preference"],
    accounts: number,
    domain?: string,
  ) => {
    const unit = {
      label,
      supplierId: supplier.id,
      preference,
      accounts,
      invoicesPerAccount: preference === "digest" ? 3 : 1,
    };
    if (accounts > 0)
      await fillWaiting({ ...unit, at: new Date(START - 3 * HOUR_MS), ...(domain && { domain }) });
    return unit;
  };
  clockAt(START);
  const good = [
    await fill("B6LINK", "link", suite.mails.link),
    await fill("B6FILE", "attachment", suite.mails.attachment),
    await fill("B6DAY", "digest", suite.mails.digest),
  ];
  await fill("B6BAD", "link", suite.refused, "sans-point");
  const met = await sendAll(stub, random, suite.hangs);
  for (const unit of good) expectEachInvoiceOnce(stub.accepted, unit);
  const wanted = suite.mails.link + suite.mails.attachment + suite.mails.digest;
  assert.equal(stub.accepted.length, wanted, "mails accepted");
  // A mail that is refused after a try with unknown result is uncertain: the earlier try may have been accepted.
  const { dead = 0, uncertain = 0, ...others } = await countStates("B6BAD");
  assert.deepEqual([dead + uncertain, others], [suite.refused, {}], "mails to refused addresses");
  assert.deepEqual(await countStates("B6LINK"), { sent: suite.mails.link });

  const requests = stub.counts.requests;
  await loseAnswers(stub, () => fill("B6LOST", "link", suite.lost), suite.lost);
  await outlast(stub, () => fill("B6DOWN", "link", suite.lost), suite.lost);
  assert.equal(stub.accepted.length, wanted + suite.lost);
  await expectReasons();
  return [
    `${wanted} mails, each accepted once, in ${requests} requests, ${met.total} of which failed:`,
    ...[...met.faults].sort().map(([kind, count]) => `  ${String(count).padStart(4)} ${kind}`),
    `  and ${met.downRounds} rounds without any provider`,
    `${suite.refused} refused addresses: ${dead} dead letters, ${uncertain} uncertain, none accepted`,
    `${suite.lost} mails accepted, but every answer lost: after 24 hours ${suite.lost} uncertain, none sent again`,
    `${suite.lost} mails during an outage of two days: ${suite.lost} dead letters, none accepted`,
  ];
}

/** Runs rounds of dispatchers in parallel and moves the clock, until no mail is in progress. */
async function sendAll(stub: ResendStub, random: SeededRandom, hangs: number) {
  const faults = new Map<string, number>();
  let [at, hangsLeft, downRounds] = [START, hangs, 0];
  stub.decide(() => {
    if (at > START + HOSTILE_MS) return null;
    const fault = drawFault(random, hangsLeft > 0);
    if (!fault) return null;
    if (fault.kind === "hang") hangsLeft -= 1;
    const kind = nameOf(fault);
    faults.set(kind, (faults.get(kind) ?? 0) + 1);
    return fault;
  });
  for (let round = 1; ; round += 1) {
    const isDown = round === 3 || round === 4;
    const comeBack = isDown ? await stub.goDown() : async () => {};
    if (isDown) downRounds += 1;
    clockAt(at);
    await Promise.all(Array.from({ length: DISPATCHERS }, () => runDueWork(MAX_WORK_MS)));
    await comeBack();
    const left = await countUnsentMails();
    if (left === 0) break;
    assert.ok(round < 500, `${left} mails are still on their way`);
    at += random.between(20_000, 4 * MINUTE_MS);
  }
  const total = [...faults.values()].reduce((sum, count) => sum + count, 0);
  return { faults, total, downRounds };
}

function drawFault(random: SeededRandom, mayHang: boolean): StubFault | null {
  const drawn = random.below(100);
  const accept = random.chance(50);
  if (mayHang && drawn % 10 === 0) return { kind: "hang", accept };
  if (drawn < 10) {
    const retryAfter = accept
      ? String(random.between(1, 120))
      : new Date(START + random.between(1, 30) * MINUTE_MS).toUTCString();
    return { kind: "status", status: 429, name: "rate_limit_exceeded", retryAfter };
  }
  if (drawn < 20)
    return { kind: "status", status: random.pick([500, 502, 503, 504]), html: random.chance(50), accept };
  return drawn < 32 ? { kind: "reset", accept } : null;
}

function nameOf(fault: StubFault): string {
  const after = fault.accept ? "after accepting" : "before accepting";
  if (fault.kind === "hang") return `no answer before our timeout, ${after}`;
  if (fault.kind === "reset") return `connection reset, ${after}`;
  return fault.status === 429 ? "429 with Retry-After" : `5xx, ${after}`;
}

/** All answers are lost for a day; then the provider has forgotten the keys. */
async function loseAnswers(stub: ResendStub, fill: () => Promise<unknown>, count: number): Promise<void> {
  const acceptedBefore = stub.accepted.length;
  const start = START + 48 * HOUR_MS;
  clockAt(start);
  await fill();
  stub.decide(() => ({ kind: "reset", accept: true }));
  for (const minutes of [0, 5, 30, 120]) {
    clockAt(start + minutes * MINUTE_MS);
    await runDueWork(MAX_WORK_MS);
  }
  stub.decide(() => null);
  stub.forgetKeys();
  clockAt(start + 24 * HOUR_MS);
  await Promise.all(Array.from({ length: DISPATCHERS }, () => runDueWork(MAX_WORK_MS)));
  const again = [...tally(stub.accepted.slice(acceptedBefore).map(({ mail }) => mail.to)).values()];
  assert.deepEqual([again.length, Math.max(0, ...again)], [count, Math.min(1, count)], "sent again blindly");
  assert.deepEqual(await countStates("B6LOST"), { uncertain: count });
}

/** The provider is down until the last try. */
async function outlast(stub: ResendStub, fill: () => Promise<unknown>, count: number): Promise<void> {
  const start = START + 96 * HOUR_MS;
  clockAt(start);
  await fill();
  const comeBack = await stub.goDown();
  for (let hours = 0; hours <= 48 && (hours === 0 || (await countUnsentMails()) > 0); hours += 1) {
    clockAt(start + hours * HOUR_MS);
    await runDueWork(MAX_WORK_MS);
  }
  await comeBack();
  assert.deepEqual(await countStates("B6DOWN"), { dead: count });
}

async function countUnsentMails(): Promise<number> {
  const [row] = await asOwner(
    (sql) => sql`select count(*)::int as n from mails where state in ('queued', 'sending')`,
  );
  return Number(row?.n);
}

async function countStates(label: string): Promise<Record<string, number>> {
  const rows = await asOwner(
    (sql) => sql<{ state: string; n: number }[]>`
      select state, count(*)::int as n from mails where recipient like ${`${label.toLowerCase()}-%`} group by state`,
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** The information that an adviser needs about every mail that was not sent. */
async function expectReasons(): Promise<void> {
  const silent = await asOwner(
    (sql) => sql`
      select m.state, m.failure, d.state as delivery, d.reason from mails m left join deliveries d on d.mail_id = m.id
      where m.state in ('dead', 'uncertain')
        and (m.failure is null or d.reason is null or d.state <> case m.state when 'dead' then 'undeliverable' else 'queued' end)`,
  );
  assert.deepEqual(silent.slice(0, 3), [], "dead letters without a reason");
}
