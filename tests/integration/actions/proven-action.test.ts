import "next/dist/server/node-environment-baseline";
import { beforeEach, describe, expect, it } from "vitest";
import { goTo, refuse } from "@/lib/actions/answer";
import { choiceOr, secret, text } from "@/lib/actions/fields";
import { provenAdministratorAction, provenCustomerAction } from "@/lib/actions/wrappers";
import { now } from "@/lib/clock";
import { sealSessionId, SESSION_COOKIE } from "@/lib/http/session-cookie";
import { checkFreshProof } from "@/lib/sign-in/fresh-proof";
import { FRESH_PROOF_MINUTES } from "@/lib/tokens/life-spans";
import { testDatabase } from "@/tests/support/database";
import { runAction } from "@/tests/support/server-action";
import { makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { MINUTE, openSession, passTime, tryToSignIn } from "../sign-in/sign-in-world";

let account: TestAccount;
let identifier: string;
let cookie: string;
let runs: number;

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
  identifier = account.identifiers.administrator;
  const id = await openSession(identifier);
  cookie = `${SESSION_COOKIE}=${await sealSessionId(id, new Date(now().getTime() + 60_000), now())}`;
  runs = 0;
  passTime(FRESH_PROOF_MINUTES * MINUTE);
});

const fields = { name: text(20), password: secret(), access: choiceOr(["one", "two"], "one") };

/** An operation that needs a proof, as all in `lib` ask for it. */
const action = provenCustomerAction(fields, async (session, _typed, id: string) => {
  const proof = await checkFreshProof(session);
  if (!proof.ok) return refuse("/page", proof);
  runs += 1;
  return goTo(`/done/${id}`);
});

function post(proof?: string) {
  const form = new FormData();
  const typed = { name: "Lila", password: "Givre-Tulipe-58", access: "two", foreign: "x" };
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  if (proof !== undefined) form.append("proof", proof);
  return runAction(() => action("12", null, form), { cookie });
}

const asked = (problem: string, minutes = "") => ({
  location: null,
  cookies: {},
  result: {
    proofRequest: { kind: "password", identifier, problem, minutes },
    details: null,
    typed: { name: "Lila", password: "Givre-Tulipe-58", access: "two" },
    at: now().getTime(),
  },
});

it("a proven action is for the same visitors as the plain one", async () => {
  const member = await openSession(account.identifiers.member);
  const cookies = {
    nobody: "",
    administrator: cookie,
    member: `${SESSION_COOKIE}=${await sealSessionId(member, new Date(now().getTime() + 60_000), now())}`,
  };
  const actions = [
    provenCustomerAction({}, async () => goTo("/done")),
    provenAdministratorAction({}, async () => goTo("/done")),
  ];
  const seen = actions.map((one) =>
    Promise.all(
      Object.values(cookies).map(
        async (sent) => (await runAction(() => one(null, new FormData()), { cookie: sent })).location,
      ),
    ),
  );
  expect(await Promise.all(seen)).toEqual([
    ["/", "/done", "/done"],
    ["/", "/done", "/admin/users"],
  ]);
});

describe("a form that gives or changes access", () => {
  it("is shown again with everything typed, in the response only, and asks for the password", async () => {
    expect(await post()).toEqual(asked("none"));
    expect(await post("")).toEqual(asked("none"));
    expect(runs).toBe(0);
    expect((await post(PASSWORD)).location).toBe("/done/12");
    expect((await post()).location).toBe("/done/12");
    expect(runs).toBe(2);
  });

  it("runs nothing with a wrong password, which counts like a failed sign-in", async () => {
    for (let guess = 0; guess < 5; guess += 1) expect(await post("Faux-Papier-9")).toEqual(asked("wrong"));
    expect(await post(PASSWORD)).toEqual(asked("too_many", "1"));
    expect(await tryToSignIn(identifier)).toMatchObject({ reason: "too_many" });
    expect(runs).toBe(0);
  });
});
