import { spawn } from "node:child_process";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Operator } from "@/lib/access/viewer";
import { checkAlerts } from "@/lib/alerts/check-alerts";
import { forgetEnv } from "@/lib/env";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { forgetStorage } from "@/lib/storage/open-storage";
import { fillOutbox } from "@/tests/integration/mails/outbox";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { CASES } from "./alert-cases";
import {
  alertMails,
  jobsSucceeded,
  MINUTE,
  type OnCall,
  openOnCall,
  SECRET,
  START,
  tenCheckAt,
} from "./alert-world";

const original = { ...process.env };
let onCall: OnCall;
let supplier: TestSupplier;
let operators: string[];

beforeEach(async () => {
  clockAt(START);
  await testDatabase().reset();
  supplier = await makeSupplier();
  operators = [];
  for (const name of ["nuit", "jour"]) {
    const { userId } = (await makeStaff("operator", null)).viewer as Operator;
    const email = `${name}@exploitation.example`;
    await asOwner((sql) => sql`update users set email = ${email} where id = ${userId}`);
    operators.push(email);
  }
  operators.sort();
  await jobsSucceeded(0);
  onCall = await openOnCall();
});

afterEach(async () => {
  await onCall.stop();
  Object.assign(process.env, original);
  delete process.env.ALERT_EMAIL;
  delete process.env.RESEND_API_KEY;
  delete process.env.RESEND_BASE_URL;
  delete process.env.RESEND_WEBHOOK_SECRET;
  forgetEnv();
  forgetStorage();
});

interface Payload {
  type: string;
  timestamp: string;
  data: Record<string, string | null>;
}
const payloads = () => onCall.calls.map(({ body }) => JSON.parse(body) as Payload);

describe("ten instances at the same moment tell operators", () => {
  it.each(CASES)("once when $condition begins, and once when it is over", async (one) => {
    await one.begin(supplier);
    const last = one.wrongAt.at(-1) ?? 0;
    for (const minute of one.wrongAt) {
      if (one.condition !== "job_late") await jobsSucceeded(minute);
      else await jobsSucceeded(minute, ["dispatch"]);
      await tenCheckAt(minute);
    }
    expect(payloads()).toMatchObject([
      {
        type: "alert.opened",
        data: {
          condition: one.condition,
          job: one.job ?? null,
          closedAt: null,
          url: "http://localhost:3000/console/health",
        },
      },
    ]);
    expect(await alertMails()).toEqual(operators.map((email) => `${email} opened ${one.condition}`));

    await one.end();
    for (const minute of [last + 1, last + 3, last + 6, last + 7, last + 20]) {
      await jobsSucceeded(minute);
      await tenCheckAt(minute);
    }
    const [opened, closed, ...others] = payloads();
    expect(others).toEqual([]);
    expect(closed).toMatchObject({
      type: "alert.closed",
      timestamp: new Date(START + (last + 6) * MINUTE).toISOString(),
      data: { id: opened?.data.id, openedAt: opened?.data.openedAt },
    });
    expect(await alertMails()).toEqual([
      ...operators.map((email) => `${email} opened ${one.condition}`),
      ...operators.map((email) => `${email} closed ${one.condition}`),
    ]);
  });

  it("nothing while all is well", async () => {
    for (const minute of [1, 2, 9]) await tenCheckAt(minute);
    expect([onCall.calls, await alertMails()]).toEqual([[], []]);
  });
});

const makeLedgerWrong = () => asOwner((sql) => sql`update ledger_heads set sequence = sequence + 1`);

describe("the webhook", () => {
  it("is signed after Standard Webhooks, also with the old secret during a rotation", async () => {
    const older = `whsec_${Buffer.alloc(32, 6).toString("base64")}`;
    process.env.ALERT_WEBHOOK_SECRET = `${older},${SECRET}`;
    forgetEnv();
    await makeLedgerWrong();
    await checkAlerts();
    const [{ headers, body } = { headers: {}, body: "" }] = onCall.calls;
    const sent = new Date(Number(headers["webhook-timestamp"]) * 1000);
    expect(sent).toEqual(new Date(START));
    expect(headers["webhook-signature"]).toBe(
      [older, SECRET]
        .map((one) => new Webhook(one).sign(String(headers["webhook-id"]), sent, body))
        .join(" "),
    );
  });

  it("is tried again with the same id until it is accepted, and the end is told after the start", async () => {
    onCall.status = 503;
    await makeLedgerWrong();
    await tenCheckAt(1);
    expect(onCall.calls).toHaveLength(1);
    await tenCheckAt(2);
    await tenCheckAt(3);
    await asOwner((sql) => sql`update ledger_heads set sequence = sequence - 1`);
    for (const minute of [4, 9]) {
      await jobsSucceeded(minute);
      await tenCheckAt(minute);
    }
    expect(new Set(payloads().map(({ type }) => type))).toEqual(new Set(["alert.opened"]));
    const ids = new Set(onCall.calls.map(({ headers }) => headers["webhook-id"]));
    expect(ids.size).toBe(1);
    onCall.status = 200;
    const before = onCall.calls.length;
    await jobsSucceeded(30);
    await tenCheckAt(30);
    await tenCheckAt(31);
    await tenCheckAt(32);
    expect(
      payloads()
        .slice(before)
        .map(({ type }) => type),
    ).toEqual(["alert.opened", "alert.closed"]);
    // The mails did not wait for it.
    expect(await alertMails()).toHaveLength(4);
  });

  it("is given up after three days", async () => {
    onCall.status = 500;
    await makeLedgerWrong();
    for (const minute of [0, 3 * 24 * 60, 3 * 24 * 60 + 1, 3 * 24 * 60 + 200]) {
      await jobsSucceeded(minute);
      await tenCheckAt(minute);
    }
    const calls = onCall.calls.length;
    await jobsSucceeded(4 * 24 * 60);
    await tenCheckAt(4 * 24 * 60);
    expect(onCall.calls).toHaveLength(calls);
  });
});

describe("the mail", () => {
  it("is sent at once, although the outbox stands still", async () => {
    await fillOutbox(supplier, 2);
    await jobsSucceeded(16);
    clockAt(START + 16 * MINUTE);
    const before = (await listMailbox(50)).length;
    await checkAlerts();
    const sent = (await listMailbox(50)).slice(0, -before || undefined);
    expect(sent.map(({ to }) => to).sort()).toEqual(operators);
    expect(sent[0]?.subject).toBe("Alerte\u00a0: des mails attendent depuis plus de 15 minutes");
    expect(sent[0]?.text).toContain("http://localhost:3000/console/health");
    // The installation itself has no pages for help and legal notices.
    expect(sent[0]?.text).not.toMatch(/localhost:3000\/(help|legal)/);
    const states = await asOwner(
      (sql) => sql<{ state: string }[]>`select distinct state from mails where kind <> 'alert'`,
    );
    expect(states).toEqual([{ state: "queued" }]);
  });

  it("goes to active operators in their language, and to ALERT_EMAIL, once to each address", async () => {
    process.env.ALERT_EMAIL = `Astreinte@exploitation.example, ${operators[0]}`;
    forgetEnv();
    await asOwner((sql) => sql`update users set status = 'disabled' where email = ${operators[1] ?? ""}`);
    await asOwner((sql) => sql`update users set locale = 'en' where email = ${operators[0] ?? ""}`);
    await makeLedgerWrong();
    await checkAlerts();
    const mails = await asOwner(
      (sql) => sql`select recipient, locale, state from mails where kind = 'alert' order by recipient`,
    );
    expect(mails).toEqual([
      { recipient: "astreinte@exploitation.example", locale: "fr", state: "sent" },
      { recipient: operators[0], locale: "en", state: "sent" },
    ]);
  });
});

describe("several processes", () => {
  const runJobs = () =>
    new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, ["scripts/run.mjs", "scripts/jobs.ts"], {
        env: {
          ...process.env,
          ...{ EMBEDDED: "false", APP_URL: "https://factures.example", ALERT_WEBHOOK_URL: "" },
        },
        stdio: "ignore",
      });
      child.once("close", resolve);
    });

  it("that run their jobs at the same time tell operators once", async () => {
    await makeLedgerWrong();
    expect(await Promise.all([runJobs(), runJobs(), runJobs()])).toEqual([0, 0, 0]);
    expect(await alertMails()).toEqual(operators.map((email) => `${email} opened ledger_wrong`));
  });
});
