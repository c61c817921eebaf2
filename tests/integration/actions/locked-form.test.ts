import "next/dist/server/node-environment-baseline";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { goTo, refuse } from "@/lib/actions/answer";
import { secret, text } from "@/lib/actions/fields";
import { provenSupplierStaffAction, supplierStaffAction } from "@/lib/actions/wrappers";
import { now } from "@/lib/clock";
import { sealSessionId, SESSION_COOKIE } from "@/lib/http/session-cookie";
import { STAFF_IDLE_MINUTES } from "@/lib/session-lifetime";
import { checkFreshProof } from "@/lib/sign-in/fresh-proof";
import { resumeSession } from "@/lib/sign-in/session/session";
import { testDatabase } from "@/tests/support/database";
import { flashFor } from "@/tests/support/flash-for";
import { runAction } from "@/tests/support/server-action";
import { makeStaff, makeSupplier } from "@/tests/support/world";
import { code } from "../second-factor/factor-world";
import { HOUR, MINUTE, openSession, passTime } from "../sign-in/sign-in-world";

const PAGE = "/console/accounts/12";
let id: string;
let cookie: string;
let runs: number;

beforeEach(async () => {
  await testDatabase().reset();
  id = await openSession((await makeStaff("adviser", await makeSupplier())).identifier);
  cookie = `${SESSION_COOKIE}=${await sealSessionId(id, new Date(now().getTime() + 8 * HOUR), now())}`;
  runs = 0;
  passTime(STAFF_IDLE_MINUTES * MINUTE + 1);
});

const fields = { note: text(50), password: secret() };
const plain = supplierStaffAction(fields, async () => {
  runs += 1;
  return goTo("/done");
});
const proven = provenSupplierStaffAction(fields, async (session) => {
  const proof = await checkFreshProof(session);
  if (!proof.ok) return refuse("/page", proof);
  runs += 1;
  return goTo("/done");
});

function form(proof?: string): FormData {
  const data = new FormData();
  data.append("note", "Rappeler jeudi");
  data.append("password", "Givre-Tulipe-58");
  if (proof !== undefined) data.append("proof", proof);
  return data;
}

describe("a form from a locked screen", () => {
  it("leads to the code, and what was typed is kept for its page, without passwords", async () => {
    const sent = await runAction(() => plain(form()), { cookie, path: PAGE });
    expect(sent.location).toBe(`/second-factor?next=${encodeURIComponent(PAGE)}`);
    passTime(10 * MINUTE);
    expect(await flashFor(PAGE, sent.cookies)).toEqual({ result: {}, typed: { note: "Rappeler jeudi" } });
    expect(runs).toBe(0);
  });

  it("sent twice is shown again twice, with the field of the code", async () => {
    const twice = form();
    twice.append("formId", randomUUID());
    const post = () => runAction(() => proven(null, twice), { cookie, path: PAGE });
    const again = { location: null, result: { proofRequest: { kind: "code", problem: "none" } } };
    for (const answer of await Promise.all([post(), post()])) expect(answer).toMatchObject(again);
  });

  it("without anything typed stores nothing", async () => {
    const data = new FormData();
    data.append("password", "Givre-Tulipe-58");
    const { location, cookies } = await runAction(() => plain(data), { cookie, path: PAGE });
    expect(location).toBe(`/second-factor?next=${encodeURIComponent(PAGE)}`);
    expect(cookies).toEqual({});
  });

  it("of a proven action is shown again with the field of the code, which unlocks the screen and runs the action", async () => {
    const post = (proof?: string) => runAction(() => proven(null, form(proof)), { cookie, path: PAGE });
    const again = { typed: { note: "Rappeler jeudi" }, proofRequest: { kind: "code", problem: "none" } };
    expect(await post()).toMatchObject({ location: null, cookies: {}, result: again });
    expect(await post("000000")).toMatchObject({
      result: { proofRequest: { kind: "code", problem: "wrong" } },
    });
    expect(await resumeSession(id)).toBeNull();
    expect(await post(code())).toMatchObject({ location: "/done" });
    expect(runs).toBe(1);
    expect(await resumeSession(id)).not.toBeNull();
  });
});
