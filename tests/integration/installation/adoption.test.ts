import { spawn } from "node:child_process";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as digest } from "@/app/api/cron/digest/route";
import { POST as dispatch } from "@/app/api/cron/dispatch/route";
import { GET as ready } from "@/app/api/ready/route";
import type { Operator } from "@/lib/access/viewer";
import { env, forgetEnv } from "@/lib/env";
import { openHealth } from "@/lib/health/open-health";
import { adopt } from "@/lib/installation/adopt";
import { checkAdoption } from "@/lib/installation/check-adoption";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { alertMails, jobsSucceeded, SECRET, tenCheckAt } from "@/tests/integration/alerts/alert-world";
import { fillOutbox, START, startWithEmptyOutbox } from "@/tests/integration/mails/outbox";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner, makeStaff, makeSupplier } from "@/tests/support/world";

const PRODUCTION = "https://factures.example";
const PREVIEW = "https://preview-7.host.example";
const original = { ...process.env };

/** Continues as the deployment at this address. */
function actAs(appUrl: string) {
  Object.assign(process.env, { EMBEDDED: "false", APP_URL: appUrl });
  forgetEnv();
}

beforeEach(async () => {
  await startWithEmptyOutbox();
  actAs(PRODUCTION);
});
afterEach(() => {
  for (const name of ["ALERT_WEBHOOK_URL", "ALERT_WEBHOOK_SECRET"]) delete process.env[name];
});
afterAll(() => {
  Object.assign(process.env, original);
  forgetEnv();
});

const remembered = () =>
  asOwner(
    (sql) => sql<{ app_url: string; adopted_at: Date }[]>`select app_url, adopted_at from installation`,
  );
const mailStates = () =>
  asOwner((sql) => sql<{ state: string }[]>`select distinct state from mails order by state`);
const runs = () => asOwner((sql) => sql`select job from job_runs`);

function call(route: typeof digest): Promise<Response> {
  const headers = { authorization: `Bearer ${env().CRON_SECRET}` };
  return route(new Request("http://localhost:3000/api/cron", { method: "POST", headers }), {});
}

const askReady = (query = "") => ready(new Request(`http://localhost:3000/api/ready${query}`), {});

describe("the first deployment of an empty database", () => {
  it("is remembered, and runs its jobs", async () => {
    expect((await call(dispatch)).status).toBe(200);
    expect(await remembered()).toEqual([{ app_url: PRODUCTION, adopted_at: new Date(START) }]);
    expect(await runs()).toHaveLength(1);
  });
});

describe("a deployment at another address, as a preview or a copy", () => {
  beforeEach(async () => {
    await fillOutbox(await makeSupplier(), 2);
    await checkAdoption();
    actAs(PREVIEW);
  });

  it("gets 409 from the cron routes, runs no job and sends no mail", async () => {
    const before = (await listMailbox(50)).length;
    for (const route of [dispatch, digest]) {
      const answered = await call(route);
      expect([answered.status, answered.headers.get("content-type")]).toEqual([
        409,
        "application/problem+json",
      ]);
      const problem = (await answered.json()) as { type: string; detail: string };
      expect(problem.type).toBe("urn:e-facture:problem:not-adopted");
      expect(problem.detail).toContain(PRODUCTION);
    }
    expect(await runs()).toEqual([]);
    expect(await mailStates()).toEqual([{ state: "queued" }]);
    expect(await listMailbox(50)).toHaveLength(before);
  });

  it("sends no mail also when the outbox is asked directly", async () => {
    expect(await dispatchMails(new Date(START + 60_000))).toMatchObject({ sent: 0, queued: 0 });
    expect(await mailStates()).toEqual([{ state: "queued" }]);
    actAs(PRODUCTION);
    expect(await dispatchMails(new Date(START + 60_000))).toMatchObject({ sent: 2 });
  });

  it("calls no alert webhook and sends no alert mail, also for an alert that waits", async () => {
    const operator = (await makeStaff("operator", null)).viewer as Operator;
    const email = "nuit@exploitation.example";
    await asOwner((sql) => sql`update users set email = ${email} where id = ${operator.userId}`);
    // Outside the embedded mode the receiver must be public: this name leads nowhere, and each try is counted first.
    process.env.ALERT_WEBHOOK_URL = "https://astreinte.example/e-facture";
    process.env.ALERT_WEBHOOK_SECRET = SECRET;
    const told = async () => ({
      tries: (await asOwner((sql) => sql`select tries from alert_calls order by created_at`)).map(
        ({ tries }) => Number(tries),
      ),
      mails: await alertMails(),
    });
    const opened = { tries: [1], mails: [`${email} opened ledger_wrong`] };
    actAs(PRODUCTION);
    await jobsSucceeded(0);
    await asOwner((sql) => sql`update ledger_heads set sequence = sequence + 1`);
    await tenCheckAt(0);
    expect(await told()).toEqual(opened);
    actAs(PREVIEW);
    for (const minute of [5, 60]) await tenCheckAt(minute);
    expect((await call(dispatch)).status).toBe(409);
    expect(await told()).toEqual(opened);
    // The other deployment tries again, and tells what has happened since.
    actAs(PRODUCTION);
    await tenCheckAt(60);
    const { tries, mails } = await told();
    expect([tries[0], mails.length > 1]).toEqual([2, true]);
  });

  it("is ready to show its pages, and says that its jobs do not run", async () => {
    const page = await askReady();
    expect([page.status, await page.json()]).toEqual([
      200,
      { status: "ready", database: true, migrations: true, storage: true, adopted: false },
    ]);
    const jobs = await askReady("?jobs");
    expect(jobs.status).toBe(503);
    expect(await jobs.json()).toMatchObject({ type: "urn:e-facture:problem:not-adopted" });
  });

  it("says so on the health page and in the log", async () => {
    const operator = (await makeStaff("operator", null)).viewer as Operator;
    expect((await openHealth(operator)).adoption).toEqual({
      ok: false,
      reason: "not_adopted",
      rememberedUrl: PRODUCTION,
    });
    // The log repeats it at most once a minute.
    clockAt(START + 10 * 60_000);
    let printed = "";
    process.env.LOG_LEVEL = "info";
    forgetEnv();
    const write = vi
      .spyOn(process.stdout, "write")
      .mockImplementation((text) => ((printed += String(text)), true));
    await checkAdoption();
    write.mockRestore();
    process.env.LOG_LEVEL = "silent";
    forgetEnv();
    expect(printed).toContain('"event":"not_adopted"');
    expect(printed).toContain(PRODUCTION);
  });

  it("takes the database over by command, and the deployment before stops", async () => {
    expect(await adopt()).toEqual({ appUrl: PREVIEW, formerUrl: PRODUCTION });
    expect((await call(dispatch)).status).toBe(200);
    expect(await mailStates()).toEqual([{ state: "sent" }]);
    actAs(PRODUCTION);
    expect((await call(dispatch)).status).toBe(409);
  });

  it("cannot take it over with the login of the web", async () => {
    const { sqlClient } = await import("@/db/client");
    await expect(
      sqlClient().begin(async (sql) => {
        await sql`select set_config('app.viewer', 'job', true)`;
        await sql`update installation set app_url = ${PREVIEW}`;
      }),
    ).rejects.toThrow(/permission denied/);
    expect(await remembered()).toMatchObject([{ app_url: PRODUCTION }]);
  });
});

describe("the embedded mode", () => {
  it("belongs to its machine: another port runs the jobs too", async () => {
    await checkAdoption();
    Object.assign(process.env, { EMBEDDED: "true", APP_URL: "http://localhost:3917" });
    forgetEnv();
    expect((await call(dispatch)).status).toBe(200);
  });
});

describe("two deployments that start on one new database at the same time", () => {
  /** `npm run jobs` in a process of its own; returns its exit code. */
  const runJobs = (appUrl: string) =>
    new Promise<{ appUrl: string; code: number | null }>((resolve) => {
      const child = spawn(process.execPath, ["scripts/run.mjs", "scripts/jobs.ts"], {
        env: { ...process.env, EMBEDDED: "false", APP_URL: appUrl, CLOCK_FILE: process.env.CLOCK_FILE },
        stdio: "ignore",
      });
      child.once("close", (code) => resolve({ appUrl, code }));
    });

  it("are one that runs the jobs, and one that does nothing", async () => {
    await fillOutbox(await makeSupplier(), 1);
    const ended = await Promise.all([PRODUCTION, PREVIEW, PRODUCTION, PREVIEW].map(runJobs));
    const [owner] = await remembered();
    for (const { appUrl, code } of ended)
      expect([appUrl, code]).toEqual([appUrl, appUrl === owner?.app_url ? 0 : 1]);
    expect(await mailStates()).toEqual([{ state: "sent" }]);
  });
});
