import { beforeEach, describe, expect, it } from "vitest";
import { takeTurn } from "@/lib/limits/take-turn";
import { endSession } from "@/lib/sign-in/session/end-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";
import { isAlive, resumed, sessionOf, setProvenAddress, switchSession } from "./person-world";

const ADDRESS = "camille@essai.example";
let secondAccount: TestAccount;
let firstIdentifier: string;

beforeEach(async () => {
  await testDatabase().reset();
  firstIdentifier = (await makeAccount(await makeSupplier())).identifiers.administrator;
  secondAccount = await makeAccount(await makeSupplier());
  await setProvenAddress(firstIdentifier, ADDRESS);
  await setProvenAddress(secondAccount.identifiers.administrator, ADDRESS);
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
});
