import { beforeEach, describe, expect, it } from "vitest";
import { resumeSession } from "@/lib/sign-in/session/session";
import { addSeveralUsers } from "@/lib/users/add-several-users";
import { addUser } from "@/lib/users/add-user";
import { getColleague, listColleagues } from "@/lib/users/list-colleagues";
import { LONGEST_LIST } from "@/lib/users/people-file";
import { planList } from "@/lib/users/plan-list";
import { proposePassword } from "@/lib/users/propose-password";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner, makeAccount, makeSupplier } from "@/tests/support/world";
import {
  addNewcomer,
  type AdministrationWorld,
  enter,
  makeAdministrationWorld,
  newcomer,
} from "./administration-world";

let world: AdministrationWorld;
beforeEach(async () => {
  world = await makeAdministrationWorld();
});

const mailsOf = (kind: string) =>
  asOwner(
    (owner) => owner<{ recipient: string; user_id: string }[]>`select * from mails where kind = ${kind}`,
  );

describe("« Ajout d’un utilisateur »", () => {
  it("adds a member who signs in with the default password, must change it, and gets no mail (R23, R24)", async () => {
    const { id, identifier } = await addNewcomer(world.acting);
    const entered = await enter(identifier, "Givre-Tulipe-Canard-58");
    const session = entered.ok ? await resumeSession(entered.sessionId) : null;
    expect(session).toMatchObject({
      viewer: { kind: "member", userId: id, accountId: world.account.id },
      mustChangePassword: true,
      name: "Lila Montferrand",
    });
    expect(await mailsOf("invitation")).toHaveLength(0);
    expect((await getColleague(world.administrator, id))?.access).toBe("default_password");
  });

  it("lets an unused default password expire after 7 days", async () => {
    const { id, identifier } = await addNewcomer(world.acting);
    clockAt("2026-11-27T10:00:01Z");
    expect(await enter(identifier, "Givre-Tulipe-Canard-58")).toEqual({
      ok: false,
      reason: "default_password_expired",
    });
    expect((await getColleague(world.administrator, id))?.access).toBe("expired");
  });

  it("invites by mail, without a password", async () => {
    const { id } = await addNewcomer(world.acting, {
      email: "Lila@Perce-Neige.example",
      access: { kind: "invitation" },
    });
    expect(await mailsOf("invitation")).toMatchObject([
      { recipient: "lila@perce-neige.example", user_id: id },
    ]);
    expect(await getColleague(world.administrator, id)).toMatchObject({
      access: "invited",
      email: "lila@perce-neige.example",
    });
  });

  it("says that an identifier is taken but not by whom, and suggests a free one", async () => {
    const elsewhere = await makeAccount(await makeSupplier());
    const refused = await addUser(
      world.acting,
      newcomer({ identifier: elsewhere.identifiers.administrator }),
    );
    expect(refused).toEqual({
      ok: false,
      reason: "invalid",
      problems: ["identifier_taken"],
      faults: [],
      suggestion: expect.stringMatching(/^transports-perce-admin-\d+$/),
    });
    const suggestion = "suggestion" in refused ? (refused.suggestion ?? "") : "";
    expect((await addNewcomer(world.acting, { identifier: suggestion })).identifier).toBe(suggestion);
  });

  it("suggests no identifier that a mail program turns into a link", async () => {
    const identifier = "www.malin.example";
    await addNewcomer(world.acting, { identifier });
    const acting = { ...world.acting, companyName: "malin.example/x" };
    expect(await addUser(acting, newcomer({ identifier }))).toMatchObject({
      suggestion: expect.stringMatching(/^[a-z0-9-]+$/),
    });
  });

  it.each([
    [{ name: "  " }, "name_missing"],
    [{ name: "Gagnez sur https://malin.example" }, "name_invalid"],
    [{ identifier: "lila montferrand" }, "identifier_invalid"],
    [{ identifier: "ab" }, "identifier_invalid"],
    [{ identifier: "lіla@perce-neige.example" }, "identifier_invalid"],
    [{ email: "lila@" }, "email_invalid"],
    [{ access: { kind: "invitation" } as const }, "email_missing"],
    [{ access: { kind: "default_password", password: "court" } as const }, "password"],
  ])("refuses %j: %s", async (change, problem) => {
    expect(await addUser(world.acting, newcomer(change))).toMatchObject({
      ok: false,
      reason: "invalid",
      problems: [problem],
    });
    expect(await listColleagues(world.administrator)).toHaveLength(2);
  });

  it("says all that is wrong at once, also that the identifier is taken", async () => {
    expect(
      await addUser(world.acting, {
        name: "",
        identifier: world.account.identifiers.member,
        email: "lila@",
        access: { kind: "default_password", password: "court" },
        locale: "fr",
      }),
    ).toEqual({
      ok: false,
      reason: "invalid",
      problems: ["name_missing", "email_invalid", "password", "identifier_taken"],
      faults: expect.arrayContaining(["too_short"]),
      suggestion: expect.any(String),
    });
  });

  it("adds one user of twenty simultaneous additions, and refuses the others with the reason", async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => addUser(world.acting, newcomer())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results.filter((one) => !one.ok))
      expect(["invalid", "busy"]).toContain("reason" in result && result.reason);
  });

  it("stops after 200 a day, to limit mails and guesses of identifiers", async () => {
    await asOwner(
      (owner) => owner`
        insert into throttle_counters
        select 'users_added', sha256(${world.account.id}::text::bytea), 200, now(), now()`,
    );
    expect(await addUser(world.acting, newcomer())).toEqual({ ok: false, reason: "too_many" });
  });
});

describe("a pasted list", () => {
  it("adds each valid address, with another identifier if the address is taken, and reports the rest", async () => {
    const elsewhere = await makeAccount(await makeSupplier());
    const taken = elsewhere.identifiers.administrator;
    const colleague = world.account.identifiers.administrator;
    const added = await addSeveralUsers(
      world.acting,
      `lila@a.example\nno address\nlila@a.example\n${taken}\n${colleague}`,
      "default_password",
      "fr",
    );
    const results = added.ok ? added.results : [];
    expect(results.map(({ identifier, refusal }) => [identifier !== null, refusal])).toEqual([
      [true, null],
      [false, "email_invalid"],
      [false, "twice"],
      [true, null],
      [false, "already_here"],
    ]);
    expect(results[3]?.identifier).not.toBe(taken);
    for (const { identifier, password } of results.filter((one) => one.identifier !== null))
      expect(await enter(identifier ?? "", password ?? "")).toMatchObject({ ok: true });
  });
});

describe("a list before it is confirmed", () => {
  const noFile = new File([], "");
  const plan = (pasted: string, file = noFile) => planList(world.administrator, pasted, file);

  it("says for each line of a file whether the person can be added, and adds nobody", async () => {
    const colleague = world.account.identifiers.administrator;
    const file = new File([`Nom;E-mail\nLila;lila@a.example\nNoé;${colleague}\nZoé;zoe`], "liste.csv");
    const planned = await plan("ignored@a.example", file);
    expect(planned.people.map(({ email, refusal }) => [email, refusal])).toEqual([
      ["lila@a.example", null],
      [colleague, "already_here"],
      ["zoé zoe", "email_invalid"],
    ]);
    expect(await listColleagues(world.administrator)).toHaveLength(2);
    // A form without a file may name the empty one (« blob »).
    expect((await plan("lila@a.example", new File([], "blob"))).people).toHaveLength(1);
    // The text of the file is confirmed like a pasted list.
    expect((await plan(planned.list)).people).toEqual(planned.people);
  });

  it.each([
    ["a list that is too long", "a@a.example\n".repeat(LONGEST_LIST / 10), noFile, "too_large"],
    ["a file that is too long", "", new File(["x".repeat(LONGEST_LIST + 1)], "liste.csv"), "too_large"],
    ["a workbook", "", new File([Uint8Array.of(0x50, 0x4b, 3, 4)], "liste.xlsx"), "not_csv"],
    ["an empty file", " ", new File([], "liste.csv"), "empty"],
    ["nothing", " ", noFile, "empty"],
  ])("refuses %s as a whole, and keeps what was pasted", async (_what, pasted, file, problem) => {
    expect(await plan(pasted, file)).toEqual({ people: [], problem, list: pasted });
  });
});

it("proposes passwords that follow the rule, a different one each time", () => {
  const proposed = Array.from({ length: 40 }, () => proposePassword());
  expect(new Set(proposed).size).toBe(40);
  for (const password of proposed) expect(password).toMatch(/^([A-Z][a-z]+-){3}\d\d$/);
});
