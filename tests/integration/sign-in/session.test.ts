import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { resumeSession } from "@/lib/sign-in/session/session";
import { signOut } from "@/lib/sign-in/sign-out";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeStaff, makeSupplier, type TestAccount } from "@/tests/support/world";
import { changeUser, HOUR, MINUTE, openSession, passTime } from "./sign-in-world";

let account: TestAccount;
let identifier: string;

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
  identifier = account.identifiers.administrator;
});

const isAlive = async (id: string) => (await resumeSession(id)) !== null;

describe("a session", () => {
  it("gives the viewer from the database and not from the cookie", async () => {
    const id = await openSession(identifier);
    expect(await resumeSession(id)).toMatchObject({
      id,
      viewer: account.administrator,
      identifier,
      mustChangePassword: false,
      account: { customerNumber: account.customerNumber },
      supplier: { name: "Loueur Essai" },
    });
    await changeUser(identifier, {
      role: "member",
      locale: "en",
      history_months: 12,
      must_change_password: true,
    });
    expect(await resumeSession(id)).toMatchObject({
      viewer: { ...account.administrator, kind: "member" },
      locale: "en",
      historyMonths: 12,
      mustChangePassword: true,
    });
  });

  it("of staff has a supplier, of operators none; neither has an account", async () => {
    const supplier = await makeSupplier();
    const adviser = await makeStaff("adviser", supplier);
    const operator = await makeStaff("operator", null);
    expect(await resumeSession(await openSession(adviser.identifier))).toMatchObject({
      viewer: adviser.viewer,
      account: null,
      supplier: { slug: supplier.slug },
    });
    expect(await resumeSession(await openSession(operator.identifier))).toMatchObject({
      viewer: operator.viewer,
      account: null,
      supplier: null,
    });
  });

  it("does not exist for an unknown id", async () => {
    await openSession(identifier);
    expect(await resumeSession(randomUUID())).toBeNull();
  });
});

describe("a session ends", () => {
  it("after 30 minutes without activity; each request starts the 30 minutes again", async () => {
    const id = await openSession(identifier);
    for (let visit = 0; visit < 4; visit += 1) {
      passTime(30 * MINUTE);
      expect(await isAlive(id)).toBe(true);
    }
    passTime(30 * MINUTE + 1);
    expect(await isAlive(id)).toBe(false);
    passTime(-MINUTE);
    expect(await isAlive(id)).toBe(true);
  });

  it("after 8 hours, also with activity", async () => {
    const id = await openSession(identifier);
    const opened = now().getTime();
    for (let at = 20 * MINUTE; at < 8 * HOUR; at += 20 * MINUTE) {
      passTime(20 * MINUTE);
      expect(await isAlive(id), `${at / MINUTE} minutes`).toBe(true);
    }
    passTime(opened + 8 * HOUR - 1 - now().getTime());
    expect(await isAlive(id)).toBe(true);
    passTime(1);
    expect(await isAlive(id)).toBe(false);
  });

  it("at sign-out, while the user's other sessions continue", async () => {
    const [one, two] = [await openSession(identifier), await openSession(identifier)];
    const session = await resumeSession(one);
    if (!session) throw new Error("no session");
    await signOut(session);
    expect([await isAlive(one), await isAlive(two)]).toEqual([false, true]);
    await signOut(session);
    expect(await isAlive(one)).toBe(false);
  });

  it.each([
    ["is disabled", () => changeUser(identifier, { status: "disabled" })],
    ["gets another stamp, as after a change of password", () => changeUser(identifier, { stamp: 2 })],
    [
      "has a closed account",
      () => asOwner((sql) => sql`update accounts set state = 'closed' where id = ${account.id}`),
    ],
  ])("immediately when its user %s", async (_what, happens) => {
    const id = await openSession(identifier);
    const colleague = await openSession(account.identifiers.member);
    expect(await isAlive(id)).toBe(true);
    await happens();
    expect(await isAlive(id)).toBe(false);
    expect(await isAlive(colleague)).toBe(_what !== "has a closed account");
  });

  it("only when its account is closed, not while it is closing", async () => {
    const id = await openSession(identifier);
    await asOwner((sql) => sql`update accounts set state = 'closing' where id = ${account.id}`);
    expect(await isAlive(id)).toBe(true);
  });

  it("on another instance at the same moment", async () => {
    const id = await openSession(identifier);
    const session = await resumeSession(id);
    const other = postgres(testDatabase().appUrl, { max: 1 });
    const aliveThere = async () =>
      (await other`select from auth_open_session(${id}, ${now()}, interval '30 minutes', true)`).length === 1;
    try {
      expect(await aliveThere()).toBe(true);
      if (session) await signOut(session);
      expect(await aliveThere()).toBe(false);
    } finally {
      await other.end();
    }
  });
});

describe("the last visit of a session", () => {
  const lastSeen = () =>
    asOwner(async (sql) => {
      const [row] = await sql`select last_seen_at, xmin::text as version from sessions`;
      return { at: row?.last_seen_at as Date, version: String(row?.version) };
    });

  it("is written at most once a minute", async () => {
    const id = await openSession(identifier);
    const first = await lastSeen();
    for (let visit = 0; visit < 3; visit += 1) {
      passTime(20_000);
      await resumeSession(id);
      expect((await lastSeen()).version).toBe(first.version);
    }
    passTime(1);
    await Promise.all(Array.from({ length: 10 }, () => resumeSession(id)));
    const second = await lastSeen();
    expect(second.at).toEqual(now());
    await resumeSession(id);
    expect((await lastSeen()).version).toBe(second.version);
  });

  it("is not written after the session has ended", async () => {
    const id = await openSession(identifier);
    const before = await lastSeen();
    passTime(31 * MINUTE);
    await resumeSession(id);
    expect(await lastSeen()).toEqual(before);
  });
});
