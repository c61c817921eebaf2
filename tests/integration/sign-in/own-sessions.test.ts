import { beforeEach, describe, expect, it } from "vitest";
import { takeTurn } from "@/lib/limits/take-turn";
import { endSession } from "@/lib/sign-in/session/end-session";
import { listSessions } from "@/lib/sign-in/session/list-sessions";
import { resumeSession, type Session } from "@/lib/sign-in/session/session";
import { signOut } from "@/lib/sign-in/sign-out";
import { testDatabase } from "@/tests/support/database";
import { makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";
import { rows } from "../accounts/account-request";
import { HOUR, MINUTE, openSession, passTime } from "./sign-in-world";

let account: TestAccount;
let identifier: string;
let session: Session;

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
  identifier = account.identifiers.member;
  session = await resumed(await openSession(identifier));
});

async function resumed(id: string): Promise<Session> {
  const found = await resumeSession(id);
  if (!found) throw new Error("The session has ended.");
  return found;
}

const openIds = async () => (await listSessions(session)).open.map(({ id }) => id);

describe("the sessions of a user", () => {
  it("are the valid ones, the current one first and marked; recent sign-ins are the last twenty", async () => {
    passTime(MINUTE);
    const idle = await openSession(identifier);
    passTime(20 * MINUTE);
    session = await resumed(session.id);
    passTime(15 * MINUTE);
    const other = await openSession(identifier);
    await openSession(account.identifiers.administrator);
    expect(await openIds()).toEqual([session.id, other]);
    const { open, recent } = await listSessions(session);
    expect(open.map(({ isThis }) => isThis)).toEqual([true, false]);
    expect(recent.map(({ id }) => id)).toEqual([other, idle, session.id]);
    for (let index = 0; index < 20; index += 1) await openSession(identifier);
    expect((await listSessions(session)).recent).toHaveLength(20);
    passTime(8 * HOUR);
    expect(await openIds()).toEqual([]);
  });

  it("can be ended one by one, and end immediately", async () => {
    const [one, other] = [await openSession(identifier), await openSession(identifier)];
    expect(await endSession(session, { id: one })).toBe(1);
    expect(await resumeSession(one)).toBeNull();
    expect(await resumeSession(other)).not.toBeNull();
    expect(await openIds()).toEqual([session.id, other]);
  });

  it("can all be ended except the current one", async () => {
    const otherTurn = [await openSession(identifier), await openSession(identifier)];
    const administratorSession = await openSession(account.identifiers.administrator);
    expect(await endSession(session, "all")).toBe(2);
    for (const id of otherTurn) expect(await resumeSession(id)).toBeNull();
    for (const id of [session.id, administratorSession]) expect(await resumeSession(id)).not.toBeNull();
    const events = (await rows("audit_events")).filter(({ action }) => action === "sessions_ended");
    expect(events).toMatchObject([{ details: { count: 2 }, subject_id: account.member.userId }]);
  });

  it("stop their own downloads when they end, and no others", async () => {
    const [other, third] = [await openSession(identifier), await openSession(identifier)];
    const user = `user:${session.viewer.userId}` as const;
    const download = (id: string) => takeTurn("downloads", { owners: [user, `session:${id}`] });
    const [currentTurn, otherTurn, thirdTurn] = [
      await download(session.id),
      await download(other),
      await download(third),
    ];
    await endSession(session, { id: other });
    expect([currentTurn, otherTurn, thirdTurn].map((turn) => turn?.signal.aborted)).toEqual([
      false,
      true,
      false,
    ]);
    await endSession(session, "all");
    expect([currentTurn, thirdTurn].map((turn) => turn?.signal.aborted)).toEqual([false, true]);
    await signOut(session);
    expect(currentTurn?.signal.aborted).toBe(true);
  });

  it("are ended only once by twenty simultaneous requests; those of other users, unknown ones and the current one are not ended", async () => {
    const one = await openSession(identifier);
    const counts = await Promise.all(Array.from({ length: 20 }, () => endSession(session, { id: one })));
    expect(counts.filter((count) => count === 1)).toHaveLength(1);
    const administratorSession = await openSession(account.identifiers.administrator);
    for (const id of [administratorSession, session.id, crypto.randomUUID(), "", "x'; --", one])
      expect(await endSession(session, { id })).toBe(0);
    expect(await resumeSession(administratorSession)).not.toBeNull();
    expect(await resumeSession(session.id)).not.toBeNull();
  });
});
