import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { replaceDefaultPassword } from "@/lib/sign-in/password/replace-default-password";
import { resumeSession, type Session } from "@/lib/sign-in/session/session";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { changeUser, DAY, MINUTE, openSession, passTime, tryToSignIn } from "./sign-in-world";

const NEW = "Encre-Violette-8";
let account: TestAccount;
let identifier: string;
let session: Session;

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
  identifier = account.identifiers.member;
  const expires = new Date(now().getTime() + 7 * DAY);
  await changeUser(identifier, { must_change_password: true, default_password_expires_at: expires });
  session = await resumed(await openSession(identifier));
});

async function resumed(id: string): Promise<Session> {
  const found = await resumeSession(id);
  if (!found) throw new Error("The session has ended.");
  return found;
}

const replace = (password: string, confirmation = password) =>
  replaceDefaultPassword(session, { password, confirmation });

const userRow = () =>
  asOwner(async (sql) => (await sql`select * from users where identifier = ${identifier}`)[0]);

describe("a default password", () => {
  it("is replaced by the user's own; this session continues, the others end", async () => {
    const elsewhere = await openSession(identifier);
    expect(session.mustChangePassword).toBe(true);
    expect(await replace(NEW)).toEqual({ ok: true });
    expect((await resumed(session.id)).mustChangePassword).toBe(false);
    expect(await resumeSession(elsewhere)).toBeNull();
    expect(await tryToSignIn(identifier)).toEqual({ ok: false, reason: "wrong" });
    expect(await tryToSignIn(identifier, NEW)).toMatchObject({ ok: true });
  });

  it("does not expire after it was replaced", async () => {
    await replace(NEW);
    passTime(30 * DAY);
    expect(await tryToSignIn(identifier, NEW)).toMatchObject({ ok: true });
  });

  it("is recorded in the journal when replaced, and the new one is nowhere in clear text", async () => {
    await replace(NEW);
    const events = await asOwner((sql) => sql`select action from audit_events order by id`);
    expect(events.map((event) => event.action)).toContain("password_changed");
    const row = await userRow();
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(row)).not.toContain(NEW);
  });

  it.each([
    ["Court-1", "Court-1", ["too_short"]],
    ["encre-violette-8", "encre-violette-8", ["no_upper_case"]],
    ["Encre-Violette", "Encre-Violette", ["no_digit"]],
    ["EncreViolette8", "EncreViolette8", ["no_special"]],
    ["", "", ["too_short", "no_upper_case", "no_digit", "no_special"]],
    [NEW, "Encre-Violette-9", ["different"]],
    ["court", "autre", ["too_short", "no_upper_case", "no_digit", "no_special", "different"]],
    [PASSWORD, PASSWORD, ["same_as_before"]],
  ])("is not replaced by %j and %j: %j", async (password, confirmation, faults) => {
    const before = await userRow();
    expect(await replace(password, confirmation)).toEqual({ ok: false, faults });
    expect(await userRow()).toEqual(before);
  });

  it("is not replaced by a password that is too long", async () => {
    expect(await replace(`A${"-1".repeat(200)}`)).toEqual({ ok: false, faults: ["too_long"] });
  });

  it("is not replaced by a password that contains the identifier", async () => {
    expect(await replace(`${identifier.toUpperCase()}-9`)).toEqual({
      ok: false,
      faults: ["like_identifier"],
    });
  });

  it("gives one valid password after ten simultaneous replacements, and the session stays valid", async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        replace(`${NEW}-${index}`).then((result) => ({ result, index })),
      ),
    );
    expect(await resumeSession(session.id)).not.toBeNull();
    const accepted = results.filter(({ result }) => result.ok).map(({ index }) => index);
    expect(accepted.length).toBeGreaterThan(0);
    const signIns = [];
    passTime(DAY);
    for (const index of accepted) {
      passTime(15 * MINUTE);
      signIns.push((await tryToSignIn(identifier, `${NEW}-${index}`)).ok);
    }
    expect(signIns.filter(Boolean)).toHaveLength(1);
  });
});
