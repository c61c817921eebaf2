import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Operator, Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { openHealth } from "@/lib/health/open-health";
import { refuseCaller } from "@/lib/http/refuse-caller";
import { countRefusal, storeRefusals } from "@/lib/limits/count-refusals";
import { fillOutbox, HOUR, START, startWithEmptyOutbox } from "@/tests/integration/mails/outbox";
import { clockAt } from "@/tests/support/clock-file";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const EMAIL = "compta@perce-neige.example";
let supplier: TestSupplier;
let account: TestAccount;
let operator: Operator;

beforeEach(async () => {
  await startWithEmptyOutbox();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  operator = (await makeStaff("operator", null)).viewer as Operator;
});

interface MailChange {
  state: string;
  reason?: string;
  createdAt?: number;
  sentAt?: number;
}

/** Stores mails of the account, or with the supplier null of the installation, in these states. */
const storeMails = (mails: readonly MailChange[], supplierId: string | null = supplier.id) =>
  asOwner(async (owner) => {
    for (const { state, reason = null, createdAt = START, sentAt } of mails)
      await owner`
        insert into mails (id, supplier_id, account_id, kind, subject_id, recipient, locale, props, state, next_try_at,
          travels_alone, created_at, sent_at, reason, failure)
        values (gen_random_uuid(), ${supplierId}, ${supplierId && account.id}, 'recovery', gen_random_uuid(), ${EMAIL},
          'fr', '{}', ${state}, ${new Date(createdAt)}, true, ${new Date(createdAt)},
          ${sentAt ? new Date(sentAt) : null}, ${reason}, ${reason && "smtp 550"})`;
  });

describe("the health of the installation", () => {
  it("counts the mails of all suppliers: waiting, sent in the last hour, not sent, uncertain", async () => {
    await fillOutbox(supplier, 3);
    await storeMails([
      { state: "queued", createdAt: START - 20 * 60_000 },
      { state: "sent", sentAt: START - HOUR + 1000 },
      { state: "sent", sentAt: START - HOUR - 1000 },
      { state: "dead", reason: "given_up" },
      { state: "dead", reason: "address_refused" },
      { state: "dead", reason: "given_up", createdAt: START - 8 * 24 * HOUR },
      { state: "uncertain", reason: "answer_unknown" },
    ]);
    await storeMails([{ state: "sent", sentAt: START - 1000 }], null);
    await asOwner(
      (owner) => owner`insert into mail_events (id, message_id, state, received_at)
        values ('one', 'message', 'delivered', ${new Date(START - 5000)})`,
    );
    expect((await openHealth(operator)).mails).toEqual({
      waiting: 4,
      isCapped: false,
      oldestWaitingAt: new Date(START - 20 * 60_000),
      sentLastHour: 2,
      sentLastQuarter: 1,
      dead: 2,
      deadForAddress: 1,
      uncertain: 1,
      lastEventAt: new Date(START - 5000),
      unreportedSince: new Date(START - 1000),
      reports: "demo",
      conditions: { outbox: "bad", dead: "watch", uncertain: "watch", reports: "ok" },
    });
  });

  it("counts the mails of a batch in doubt as waiting", async () => {
    await fillOutbox(supplier, 2);
    await asOwner(
      (owner) => owner`
        with batch as (
          insert into mail_batches (id, supplier_id, next_try_at, created_at)
          values (gen_random_uuid(), ${supplier.id}, ${new Date(START)}, ${new Date(START)}) returning id)
        update mails set state = 'sending', batch_id = batch.id from batch`,
    );
    expect((await openHealth(operator)).mails.waiting).toBe(2);
  });

  it("lists the newest 50 mails that were not sent, with the recipient masked", async () => {
    const many = Array.from({ length: 55 }, (_, at) => ({
      state: at % 2 ? "dead" : "uncertain",
      reason: at % 2 ? "not_accepted" : "answer_unknown",
      createdAt: START - at * 1000,
    }));
    await storeMails([...many, { state: "sent", sentAt: START }]);
    const { failedMails } = await openHealth(operator);
    expect(failedMails).toHaveLength(50);
    expect(failedMails[1]).toEqual({
      id: expect.any(String) as unknown,
      kind: "recovery",
      supplierName: "Loueur Essai",
      queuedAt: new Date(START - 1000),
      isUncertain: false,
      maskedRecipient: "c…@perce-neige.example",
      reason: "not_accepted",
      failure: "smtp 550",
    });
  });

  it("shows the last run of each job, and when it became late", async () => {
    await asOwner(
      (owner) => owner`
        insert into job_runs (job, expected_since, last_started_at, last_succeeded_at, last_counts)
        values ('dispatch', ${new Date(0)}, ${new Date(START)}, ${new Date(START)}, '{"sent": 2}')`,
    );
    clockAt(START + 9 * 60_000);
    const [dispatch, digest] = (await openHealth(operator)).jobs;
    expect(dispatch).toMatchObject({ job: "dispatch", isLate: false, lastCounts: { sent: 2 } });
    expect(digest).toMatchObject({ job: "digest", isLate: true, lastSucceededAt: null });
    clockAt(START + 10 * 60_000);
    expect((await openHealth(operator)).jobs[0]).toMatchObject({
      isLate: true,
      lateFrom: new Date(START + 10 * 60_000),
    });
  });

  it("shows the end of each ledger, and names the one that does not agree", async () => {
    const stateOf = async () => (await openHealth(operator)).ledgers;
    const { name } = (
      await asOwner(
        (owner) => owner<{ name: string }[]>`select name from suppliers where id = ${supplier.id}`,
      )
    )[0] ?? { name: "" };
    expect(await stateOf()).toEqual([{ supplierName: name, entries: 0, lastRecordedAt: null, agrees: true }]);
    await asOwner((owner) => owner`update ledger_heads set sequence = 1`);
    expect(await stateOf()).toMatchObject([{ agrees: false }]);
    await asOwner((owner) => owner`delete from ledger_heads`);
    expect(await stateOf()).toMatchObject([{ agrees: false }]);
  });

  it("counts refused attempts of the last day, and identifiers that are slowed or blocked, without names", async () => {
    await asOwner(async (owner) => {
      for (const [scope, attempts, at] of [
        ["sign_in_identifier", 3, START],
        ["sign_in_identifier", 6, START],
        ["sign_in_identifier", 25, START],
        ["sign_in_identifier", 25, START - 25 * HOUR],
        ["second_factor_user", 2, START],
        ["changes", 400, START],
      ] as const)
        await owner`
          insert into throttle_counters (scope, key_hash, attempts, window_started_at, last_attempt_at)
          values (${scope}, sha256(gen_random_uuid()::text::bytea), ${attempts}, ${new Date(at)}, ${new Date(at)})`;
    });
    expect((await openHealth(operator)).security.attempts).toEqual([
      { kind: "signIn", failed: 34, slowed: 2, blocked: 1, condition: "watch" },
      { kind: "secondFactor", failed: 2, slowed: 0, blocked: 0, condition: "ok" },
      { kind: "proof", failed: 0, slowed: 0, blocked: 0, condition: "ok" },
    ]);
  });

  it("counts refused callers of the last day, however many come, in one counter an hour", async () => {
    const foreign = new Request("http://localhost:3000/api/v1/invoices", { method: "POST" });
    for (let call = 0; call < 50; call += 1) refuseCaller(foreign, "key_refused");
    refuseCaller(foreign, "scheduler_refused");
    countRefusal("origin_refused");
    await storeRefusals();
    for (let call = 0; call < 7; call += 1) countRefusal("key_refused");
    await storeRefusals();
    expect((await openHealth(operator)).security.refusals).toEqual([
      { kind: "keys", refused: 57 },
      { kind: "scheduler", refused: 1 },
      { kind: "webhook", refused: 0 },
      { kind: "origins", refused: 1 },
    ]);
    const rows = await asOwner((owner) => owner`select from throttle_counters where scope = 'key_refused'`);
    expect(rows).toHaveLength(1);
  });

  it("names the database's version, its largest tables, and what answers", async () => {
    const { database, readiness } = await openHealth(operator);
    expect(readiness).toEqual({ database: true, migrations: true, storage: true });
    expect(database.version).toMatch(/^\d+/);
    expect(database.largestTables).toHaveLength(8);
    const sizes = database.largestTables.map(({ bytes }) => bytes);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});

describe("the figures and the list of mails", () => {
  const rowsFor = (viewer: Viewer) =>
    withViewer(viewer, async (tx) => {
      const since = new Date(0).toISOString();
      const figures = await tx.execute(sql`select waiting from auth_mail_figures(${since}, ${since})`);
      const failed = await tx.execute(sql`select masked_recipient from auth_failed_mails(${since})`);
      return figures.length + failed.length;
    });

  beforeEach(() => storeMails([{ state: "dead", reason: "given_up" }]));

  it("are for operators only, and not for somebody who only says to be one", async () => {
    expect(await rowsFor(operator)).toBe(2);
    const adviser = (await makeStaff("adviser", supplier)).viewer;
    const manager = (await makeStaff("manager", supplier)).viewer;
    const pretended: Viewer = { kind: "operator", userId: account.administrator.userId };
    for (const viewer of [adviser, manager, account.administrator, supplier.keyViewer, pretended])
      expect([viewer.kind, await rowsFor(viewer)]).toEqual([viewer.kind, 0]);
    await asOwner((owner) => owner`update users set status = 'disabled' where id = ${operator.userId}`);
    expect(await rowsFor(operator)).toBe(0);
  });

  it("are all that an operator gets of mails, accounts and invoices", async () => {
    await fillOutbox(supplier, 1);
    const seen = await withViewer(operator, (tx) =>
      tx.execute<Record<string, string>>(sql`
        select (select count(*) from mails) as mails, (select count(*) from accounts) as accounts,
          (select count(*) from invoices) as invoices, (select count(*) from deliveries) as deliveries`),
    );
    expect(seen[0]).toEqual({ mails: "0", accounts: "0", invoices: "0", deliveries: "0" });
  });
});
