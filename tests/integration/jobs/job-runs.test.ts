import "next/dist/server/node-environment-baseline";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as digest } from "@/app/api/cron/digest/route";
import { POST as dispatch } from "@/app/api/cron/dispatch/route";
import { GET as ready } from "@/app/api/ready/route";
import { env, forgetEnv } from "@/lib/env";
import { recordRun } from "@/lib/jobs/record-run";
import { type Job, JOBS } from "@/lib/scheduled-jobs";
import { openOnCall } from "@/tests/integration/alerts/alert-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { inRequest } from "@/tests/support/in-request";
import { asOwner } from "@/tests/support/world";

const START = Date.parse("2026-11-23T08:00:00Z");
const MINUTE = 60_000;

interface Run {
  job: string;
  last_started_at: Date | null;
  last_succeeded_at: Date | null;
  last_counts: Record<string, number> | null;
  last_failed_at: Date | null;
  last_error: string | null;
}

const runs = () =>
  asOwner(
    (sql) => sql<Run[]>`
      select job, last_started_at, last_succeeded_at, last_counts, last_failed_at, last_error from job_runs order by job`,
  );

/** Stores when runs of each job are expected, and when it succeeded last. */
async function haveRun(times: Record<Job, { expectedSince?: number; succeededAt: number | null }>) {
  await asOwner(async (sql) => {
    await sql`delete from job_runs`;
    for (const job of JOBS) {
      const { expectedSince = START, succeededAt } = times[job];
      await sql`insert into job_runs (job, expected_since, last_succeeded_at) values (
        ${job}, ${new Date(expectedSince)}, ${succeededAt === null ? null : new Date(succeededAt)})`;
    }
  });
}

function call(route: typeof digest, secret = env().CRON_SECRET): Promise<Response> {
  const headers = { authorization: `Bearer ${secret}` };
  return route(new Request("http://localhost:3000/api/cron", { method: "POST", headers }), {});
}

const readyRoute = (query: string) => ready(new Request(`http://localhost:3000/api/ready${query}`), {});

async function askReady(query = ""): Promise<Response> {
  const { answer, afterwards } = await inRequest(() => readyRoute(query));
  await afterwards();
  return answer;
}

describe("a database that was just migrated", () => {
  it("has a row of each job, from which its time is counted", async () => {
    expect((await runs()).map(({ job }) => job)).toEqual([...JOBS].sort());
  });
});

describe("a run of a job", () => {
  beforeEach(async () => {
    clockAt(START);
    await testDatabase().reset();
  });

  it("is recorded in one row for each job, with its counts", async () => {
    expect((await call(dispatch)).status).toBe(200);
    clockAt(START + MINUTE);
    await call(dispatch);
    await call(digest);
    const at = new Date(START + MINUTE);
    const counts = expect.objectContaining({ sent: 0, digests: 0 }) as unknown;
    const run = { last_started_at: at, last_succeeded_at: at, last_counts: counts, last_failed_at: null };
    expect(await runs()).toMatchObject([
      { job: "digest", ...run },
      { job: "dispatch", ...run },
    ]);
  });

  it("is not recorded for a caller without the secret", async () => {
    expect((await call(dispatch, "wrong")).status).toBe(401);
    expect(await runs()).toEqual([]);
  });

  it("that fails keeps the last success, and stores the class of the error without its message", async () => {
    await call(digest);
    clockAt(START + MINUTE);
    const failure = new RangeError("compta@essai.example");
    await expect(recordRun(["digest"], () => Promise.reject(failure))).rejects.toBe(failure);
    expect(await runs()).toMatchObject([
      {
        last_succeeded_at: new Date(START),
        last_failed_at: new Date(START + MINUTE),
        last_error: "RangeError",
      },
    ]);
    await call(digest);
    expect(await runs()).toMatchObject([{ last_failed_at: null, last_error: null }]);
  });
});

describe("readiness", () => {
  beforeEach(async () => {
    clockAt(START);
    await testDatabase().reset();
  });

  it("names each job that is late, only when it is asked for jobs", async () => {
    await haveRun({
      dispatch: { succeededAt: START - 9 * MINUTE },
      digest: { succeededAt: START - 74 * MINUTE },
    });
    expect((await askReady("?jobs")).status).toBe(200);
    clockAt(START + MINUTE);
    const late = await askReady("?jobs");
    expect(late.status).toBe(503);
    expect(late.headers.get("content-type")).toBe("application/problem+json");
    expect(late.headers.get("retry-after")).toBe("60");
    expect(await late.json()).toMatchObject({
      type: "urn:e-facture:problem:job-late",
      title: "Late: dispatch, digest.",
      problems: [
        {
          job: "dispatch",
          lastSucceededAt: "2026-11-23T07:51:00.000Z",
          lateFrom: "2026-11-23T08:01:00.000Z",
        },
        { job: "digest", lastSucceededAt: "2026-11-23T06:46:00.000Z", lateFrom: "2026-11-23T08:01:00.000Z" },
      ],
    });
    const withoutJobs = await askReady();
    expect(withoutJobs.status).toBe(200);
    expect(await withoutJobs.json()).toEqual({
      status: "ready",
      database: true,
      migrations: true,
      storage: true,
      adopted: true,
    });
    await call(dispatch);
    expect(await (await askReady("?jobs")).json()).toMatchObject({ title: "Late: digest." });
  });

  it("gives a fresh installation the same time from its migration", async () => {
    await haveRun({ dispatch: { succeededAt: null }, digest: { succeededAt: null } });
    clockAt(START + 9 * MINUTE);
    expect((await askReady("?jobs")).status).toBe(200);
    clockAt(START + 10 * MINUTE);
    expect(await (await askReady("?jobs")).json()).toMatchObject({
      title: "Late: dispatch.",
      problems: [{ job: "dispatch", lastSucceededAt: null }],
    });
  });

  it("is answered before operators are told, by webhook and mail", async () => {
    const order: string[] = [];
    const onCall = await openOnCall();
    try {
      await haveRun({ dispatch: { succeededAt: START }, digest: { succeededAt: START } });
      clockAt(START + 20 * MINUTE);
      const { afterwards } = await inRequest(async () => {
        const answer = await readyRoute("?jobs");
        order.push(`answered ${answer.status}, told ${onCall.calls.length}`);
        return answer;
      });
      await afterwards();
      order.push(`told ${onCall.calls.length}`);
    } finally {
      await onCall.stop();
    }
    expect(order).toEqual(["answered 503, told 0", "told 1"]);
  });

  it("counts a job without a row as late", async () => {
    expect(await (await askReady("?jobs")).json()).toMatchObject({ title: "Late: dispatch, digest." });
  });
});

describe("the heartbeat", () => {
  let monitor: Server;
  let status: number;
  let calls: string[];
  let printed: string;

  beforeEach(async () => {
    clockAt(START);
    await testDatabase().reset();
    status = 200;
    calls = [];
    monitor = createServer((request, response) => {
      calls.push(`${request.method} ${request.url}`);
      response.writeHead(status).end("ok");
    });
    await new Promise<void>((resolve) => monitor.listen(0, "127.0.0.1", resolve));
    const { port } = monitor.address() as AddressInfo;
    process.env.HEARTBEAT_URL = `http://127.0.0.1:${port}/ping`;
    process.env.LOG_LEVEL = "info";
    forgetEnv();
    printed = "";
    vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    delete process.env.HEARTBEAT_URL;
    forgetEnv();
    monitor.closeAllConnections();
    await new Promise((resolve) => monitor.close(resolve));
  });

  const warnings = () => printed.split("\n").filter((line) => line.includes("heartbeat_failed"));

  it("is called after each successful run, and not after a failed one", async () => {
    await call(dispatch);
    await call(digest);
    expect(calls).toEqual(["GET /ping", "GET /ping"]);
    await expect(recordRun(["digest"], () => Promise.reject(new Error()))).rejects.toThrow();
    expect(calls).toHaveLength(2);
  });

  it("never fails the job; failures in a row are logged once, without the address", async () => {
    status = 500;
    expect((await call(dispatch)).status).toBe(200);
    monitor.closeAllConnections();
    await new Promise((resolve) => monitor.close(resolve));
    expect((await call(dispatch)).status).toBe(200);
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toContain('"status":500');
    expect(printed).not.toContain("/ping");
    expect(await runs()).toMatchObject([{ last_error: null, last_succeeded_at: new Date(START) }]);
  });
});
