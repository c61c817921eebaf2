import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closePools, holdQueries, sqlClient } from "@/db/client";
import { forgetEnv } from "@/lib/env";
import { checkReadiness } from "@/lib/health/check-readiness";
import { isDemonstration } from "@/lib/health/is-demonstration";
import { havePassedStartChecks, passStartChecks } from "@/lib/health/start-checks";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { testDatabase } from "@/tests/support/database";
import { asOwner } from "@/tests/support/world";

const validSettings = { ...process.env };

beforeEach(() => holdQueries(true));

afterEach(async () => {
  Object.assign(process.env, validSettings);
  forgetEnv();
  await closePools();
  holdQueries(false);
});

function settings(change: Record<string, string>): void {
  Object.assign(process.env, change);
  forgetEnv();
}

async function withChange<T>(change: string, undo: string, work: () => Promise<T>): Promise<T> {
  await asOwner((owner) => owner.unsafe(change));
  try {
    return await work();
  } finally {
    await asOwner((owner) => owner.unsafe(undo));
  }
}

describe("the start checks", () => {
  it("let queries run once they have passed", async () => {
    expect(() => sqlClient()).toThrow("have not passed");
    expect(isDemonstration()).toBe(false);
    expect(await passStartChecks()).toBe(true);
    expect(await sqlClient()`select 1 as one`).toEqual([{ one: 1 }]);
    expect(isDemonstration()).toBe(true);
  });

  it("wait for a database that is down; meanwhile nothing is queried or shown, and readiness asks again", async () => {
    settings({ DATABASE_URL: "postgres://efacture_web:x@127.0.0.1:1/none" });
    expect(await passStartChecks()).toBe(false);
    let thrown: unknown;
    try {
      sqlClient("jobs");
    } catch (error) {
      thrown = error;
    }
    expect(isUnavailable(thrown)).toBe(true);
    expect(isDemonstration()).toBe(false);
    expect(await checkReadiness()).toMatchObject({ database: false });
    settings({ DATABASE_URL: testDatabase().appUrl });
    expect(await checkReadiness()).toEqual({ database: true, migrations: true, storage: true });
    expect(havePassedStartChecks()).toBe(true);
  });

  it("wait for a database that has no schema yet", async () => {
    const bare = new URL(testDatabase().appUrl);
    bare.pathname = "/postgres";
    settings({ DATABASE_URL: bare.href });
    expect(await passStartChecks()).toBe(false);
  });

  it.each([
    [
      "the owner for the web",
      () => ({ DATABASE_URL: testDatabase().ownerUrl }),
      /^DATABASE_URL names a role that bypasses/,
    ],
    [
      "the owner for the jobs",
      () => ({ DATABASE_JOBS_URL: testDatabase().ownerUrl }),
      /^DATABASE_JOBS_URL names a role that bypasses/,
    ],
    [
      "the two logins exchanged",
      () => ({ DATABASE_URL: testDatabase().jobsUrl, DATABASE_JOBS_URL: testDatabase().appUrl }),
      /^DATABASE_URL names a role that may do background work[^]*^DATABASE_JOBS_URL names a role without rights/m,
    ],
  ])("refuse %s, and name the setting", async (_what, change, refusal) => {
    settings(change());
    await expect(passStartChecks()).rejects.toThrow(refusal);
    expect(havePassedStartChecks()).toBe(false);
  });

  it("refuse a web login that is a member of efacture_jobs, and say how to undo it", async () => {
    // The test uses a separate role, because all test databases share the roles of one server.
    const login = new URL(testDatabase().appUrl);
    login.username = "efacture_both";
    await withChange(
      `create role efacture_both login password '${login.password}' in role efacture_app, efacture_jobs`,
      "drop role efacture_both",
      async () => {
        settings({ DATABASE_URL: login.href });
        await expect(passStartChecks()).rejects.toThrow("REVOKE efacture_jobs FROM efacture_both");
      },
    );
  });

  it("refuse a database in which everybody may make temporary tables", async () => {
    const { name } = testDatabase();
    await withChange(
      `grant temporary on database ${name} to public`,
      `revoke temporary on database ${name} from public`,
      () => expect(passStartChecks()).rejects.toThrow(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`),
    );
  });

  it("refuse the embedded mode with a database that is not the embedded one", async () => {
    const { name } = testDatabase();
    await withChange(
      `alter database ${name} reset efacture.embedded`,
      `alter database ${name} set efacture.embedded = 'on'`,
      () => expect(passStartChecks()).rejects.toThrow(/^EMBEDDED is true, but DATABASE_URL is not/),
    );
    settings({ EMBEDDED: "" });
    expect(await passStartChecks()).toBe(true);
  });
});
