import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { takeTurn } from "@/lib/limits/take-turn";
import { endSession } from "@/lib/sign-in/session/end-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { changePassword } from "@/lib/users/change-password";
import { changeUser, openSession } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, PASSWORD, type TestAccount } from "@/tests/support/world";
import {
  isAlive,
  resetToTwoAccounts,
  resumed,
  sessionOf,
  setProvenAddress,
  switchSession,
} from "./person-world";

const ADDRESS = "camille@essai.example";
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let firstIdentifier: string;
let secondIdentifier: string;

beforeEach(async () => {
  ({ firstAccount, secondAccount } = await resetToTwoAccounts());
  firstIdentifier = firstAccount.identifiers.administrator;
  secondIdentifier = secondAccount.identifiers.administrator;
  await setProvenAddress(firstIdentifier, ADDRESS);
  await setProvenAddress(secondIdentifier, ADDRESS);
});

describe("a switched session", () => {
  it("keeps the device of the first session (known device)", async () => {
    const session = await sessionOf(firstIdentifier);
    const digest = Buffer.alloc(32, 7);
    await asOwner((sql) => sql`update sessions set device_hash = ${digest} where id = ${session.id}`);
    const id = await switchSession(session.id, secondAccount);
    const [row] = await asOwner((sql) => sql`select device_hash from sessions where id = ${id}`);
    expect(row?.device_hash).toEqual(digest);
  });

  it("can end the other sessions of the user who signed in, and sessions switched from those", async () => {
    const stolen = await sessionOf(firstIdentifier);
    const stolenAndSwitched = await switchSession((await sessionOf(firstIdentifier)).id, secondAccount);
    const id = await switchSession((await sessionOf(firstIdentifier)).id, secondAccount);
    expect(await endSession(await resumed(id), "all")).toBe(2);
    for (const ended of [stolen.id, stolenAndSwitched]) expect(await isAlive(ended)).toBe(false);
    expect(await isAlive(id)).toBe(true);
  });

  it("stops the downloads of other sessions of the user who signed in, when it ends all other sessions", async () => {
    const before = await sessionOf(firstIdentifier);
    const other = await takeTurn("downloads", { owners: sessionOwners(before) });
    const session = await resumed(await switchSession((await sessionOf(firstIdentifier)).id, secondAccount));
    const own = await takeTurn("downloads", { owners: sessionOwners(session) });
    await endSession(session, "all");
    expect([other?.signal.aborted, own?.signal.aborted]).toEqual([true, false]);
    own?.release();
  });

  it("ends when the user who signed in ends all their other sessions; sessions of other sign-ins stay", async () => {
    const id = await switchSession((await sessionOf(firstIdentifier)).id, secondAccount);
    const own = await openSession(secondIdentifier);
    expect(await endSession(await sessionOf(firstIdentifier), "all")).toBe(1);
    expect([await isAlive(id), await isAlive(own)]).toEqual([false, true]);
  });

  it("becomes its user's own session when the user changes the password in it with the current one", async () => {
    const person = randomUUID();
    for (const identifier of [firstIdentifier, secondIdentifier]) {
      await setProvenAddress(identifier, `${identifier}@essai.example`);
      await changeUser(identifier, { person_id: person });
    }
    const session = await resumed(await switchSession((await sessionOf(firstIdentifier)).id, secondAccount));
    const password = "Encre-Violette-8";
    const changed = await changePassword(session, { current: PASSWORD, password, confirmation: password });
    expect(changed.ok).toBe(true);
    expect(await isAlive(session.id)).toBe(true);
  });

  it("does not end after switching back to the user who signed in, when the other user's access ends", async () => {
    const id = await switchSession(
      await switchSession((await sessionOf(firstIdentifier)).id, secondAccount),
      firstAccount,
    );
    await changeUser(secondIdentifier, { status: "disabled" });
    expect(await isAlive(id)).toBe(true);
  });
});
