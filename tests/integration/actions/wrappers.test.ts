import "next/dist/server/node-environment-baseline";
import { randomUUID } from "node:crypto";
import { createElement } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { goTo, refuse, say, showInPlace } from "@/lib/actions/answer";
import { choice, hidden, secret, text } from "@/lib/actions/fields";
import {
  administratorAction,
  customerAction,
  passwordChangeAction,
  publicAction,
  staffAction,
} from "@/lib/actions/wrappers";
import { now } from "@/lib/clock";
import { forgetEnv } from "@/lib/env";
import { sealSessionId, SESSION_COOKIE } from "@/lib/http/session-cookie";
import { testDatabase } from "@/tests/support/database";
import { flashFor } from "@/tests/support/flash-for";
import { runAction } from "@/tests/support/server-action";
import { makeAccount, makeStaff, makeSupplier, type TestAccount } from "@/tests/support/world";
import { changeUser, openSession } from "../sign-in/sign-in-world";

let account: TestAccount;
let staff: string;
/** For each run of the actions below: who ran it and with which values. */
let runs: unknown[];

beforeEach(async () => {
  await testDatabase().reset();
  const supplier = await makeSupplier();
  account = await makeAccount(supplier);
  staff = (await makeStaff("adviser", supplier)).identifier;
  runs = [];
});

async function cookieOf(identifier: string): Promise<string> {
  const id = await openSession(identifier);
  return `${SESSION_COOKIE}=${await sealSessionId(id, new Date(now().getTime() + 60_000), now())}`;
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** Records who ran it with which values, and answers nothing. */
const recordRun = async (person: object, typed: object) => {
  runs.push({ who: "identifier" in person ? person.identifier : "anybody", ...typed });
  return goTo("/done");
};

const wrappers = {
  publicAction: publicAction({}, recordRun),
  customerAction: customerAction({}, recordRun),
  administratorAction: administratorAction({}, recordRun),
  staffAction: staffAction({}, recordRun),
  passwordChangeAction: passwordChangeAction({}, recordRun),
};

describe("a wrapped action", () => {
  it.each([["https://evil.example"], ["null"]])("runs nothing for a form from %s", async (origin) => {
    const cookie = await cookieOf(account.identifiers.administrator);
    for (const action of Object.values(wrappers))
      await expect(runAction(() => action(form({})), { cookie, origin })).rejects.toThrow("another origin");
    expect(runs).toEqual([]);
  });

  it("leaves a security event for a form from another origin, without what it sent", async () => {
    process.env.LOG_LEVEL = "info";
    forgetEnv();
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const [origin, path] = ["https://evil.example", "/mobilize-lease/reset/canary"];
    await runAction(() => wrappers.publicAction(form({})), { origin, path }).catch(() => {});
    const lines = written.mock.calls.join("\n");
    written.mockRestore();
    expect(lines).toContain('"event":"origin_refused","security":true,"path":"/mobilize-lease/reset/…"');
    expect(lines).not.toContain("canary");
  });

  it("runs for the viewers of its wrapper, and redirects everybody else", async () => {
    const { administrator, member } = account.identifiers;
    const visitors = {
      nobody: "",
      administrator: await cookieOf(administrator),
      member: await cookieOf(member),
      staff: await cookieOf(staff),
      mustChange: "",
    };
    const other = (await makeAccount(await makeSupplier())).identifiers.member;
    visitors.mustChange = await cookieOf(other);
    await changeUser(other, { must_change_password: true });
    const seen: Record<string, Record<string, string | null>> = {};
    for (const [name, action] of Object.entries(wrappers))
      for (const [visitor, cookie] of Object.entries(visitors)) {
        const { location } = await runAction(() => action(form({})), { cookie });
        (seen[name] ??= {})[visitor] = location;
      }
    expect(seen).toEqual({
      publicAction: {
        nobody: "/done",
        administrator: "/done",
        member: "/done",
        staff: "/done",
        mustChange: "/done",
      },
      customerAction: {
        nobody: "/",
        administrator: "/done",
        member: "/done",
        staff: "/console",
        mustChange: "/password",
      },
      administratorAction: {
        nobody: "/",
        administrator: "/done",
        member: "/admin/users",
        staff: "/console",
        mustChange: "/password",
      },
      staffAction: {
        nobody: "/",
        administrator: "/invoices",
        member: "/invoices",
        staff: "/done",
        mustChange: "/password",
      },
      passwordChangeAction: {
        nobody: "/",
        administrator: "/",
        member: "/",
        staff: "/",
        mustChange: "/done",
      },
    });
    expect(runs).toHaveLength(10);
    expect(runs).toContainEqual({ who: staff });
  });
});

describe("the form of a wrapped action", () => {
  const fields = { name: text(20), role: choice(["member"]), password: secret(), id: hidden(36) };
  const sent = { name: " Lila ", role: "member", password: "Papier-Carbone-7", id: "12", status: "active" };

  it("is read by its named fields only", async () => {
    await runAction(() => publicAction(fields, recordRun)(form(sent)));
    const { status: _foreign, ...named } = sent;
    expect(runs).toEqual([{ who: "anybody", ...named }]);
  });

  it("shows its page again when a value is not one of the choices", async () => {
    const action = publicAction(fields, recordRun);
    const path = "/admin/users/several?after=3";
    const posted = () => action(form({ ...sent, role: "operator" }));
    expect((await runAction(posted, { path })).location).toBe(path);
    expect((await runAction(posted, { path: "//evil.example" })).location).toBe("/");
    expect(runs).toEqual([]);
  });

  it("is kept when it is refused, without secrets and hidden fields", async () => {
    const action = publicAction(fields, async () =>
      refuse("/page", { ok: false, reason: "too_many", retryAfterMs: 61_000 }, "/page#form"),
    );
    const { location, cookies } = await runAction(() => action(form(sent)));
    expect(location).toBe("/page#form");
    expect(await flashFor("/page", cookies)).toEqual({
      result: { reason: "too_many", minutes: "2" },
      typed: { name: " Lila ", role: "member" },
    });
    expect(JSON.stringify(cookies)).not.toMatch(/Papier-Carbone-7|Lila|too_many/);
    expect(JSON.stringify(await flashFor("/page", cookies))).not.toContain("Papier-Carbone-7");
  });

  it("is not kept when it is accepted", async () => {
    const action = publicAction(fields, async () => say("/page", { saved: "name" }));
    const { cookies } = await runAction(() => action(form(sent)));
    expect(await flashFor("/page", cookies)).toEqual({ result: { saved: "name" }, typed: {} });
  });
});

describe("a value that the page bound to an action", () => {
  const action = publicAction({ name: text(20) }, async (_visitor, { name }, slug: string, id: string) => {
    runs.push({ name, slug, id });
    return goTo("/done");
  });

  it("is passed to it after the values of the form", async () => {
    const id = randomUUID();
    await runAction(() => action.bind(null, "loueur", id)(form({ name: "Lila" })));
    expect(runs).toEqual([{ name: "Lila", slug: "loueur", id }]);
  });

  it("is empty when a client sent none, or no text", async () => {
    const loose: (...sent: never[]) => Promise<unknown> = action;
    const send = (...sent: unknown[]) => runAction(() => Reflect.apply(loose, null, sent));
    await send(form({ name: "Lila" }));
    await send({ slug: "loueur" }, "12", form({ name: "Lila" }));
    await send("x".repeat(1_001), "12");
    expect(runs).toEqual([
      { name: "Lila", slug: "", id: "" },
      { name: "Lila", slug: "", id: "12" },
      { name: "", slug: "", id: "12" },
    ]);
  });
});

describe("an action whose answer replaces the form", () => {
  const Named = ({ name, id }: { name: string; id: string }) => createElement("p", {}, name, id);

  it("shows its component, and receives the bound values and the form, but not what was shown before", async () => {
    const action = publicAction(
      { name: text(20) },
      async (_visitor, { name }, id: string) =>
        name === "" ? refuse("/page", { reason: "name_missing" }) : showInPlace({ name, id }),
      Named,
    );
    const bound = action.bind(null, "12");
    const answered = await runAction(() => bound("shown before", form({ name: "Lila" })));
    expect(answered).toMatchObject({ location: null, result: { props: { children: ["Lila", "12"] } } });
    const inPage = await runAction(() => bound(null, form({ name: "Lila" })), { byScript: false });
    expect(inPage).toMatchObject({ location: null, result: { isInPage: true } });
    expect((await runAction(() => bound(null, form({ name: "" })))).location).toBe("/page");
  });
});
