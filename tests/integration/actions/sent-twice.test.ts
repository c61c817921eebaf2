import "next/dist/server/node-environment-baseline";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { beforeEach, describe, expect, it } from "vitest";
import { goTo, refuse, say, showInPlace } from "@/lib/actions/answer";
import { hidden, secret, text } from "@/lib/actions/fields";
import { sweepFormAnswers } from "@/lib/actions/form-answers";
import { administratorAction, publicAction } from "@/lib/actions/wrappers";
import { now } from "@/lib/clock";
import { sealSessionId, SESSION_COOKIE } from "@/lib/http/session-cookie";
import { openSession } from "@/tests/integration/sign-in/sign-in-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { runAction } from "@/tests/support/server-action";
import { makeAccount, makeSupplier } from "@/tests/support/world";

const fields = { name: text(20), password: secret() };
let runs = 0;

beforeEach(async () => {
  await testDatabase().reset();
  clockAt("2026-11-20T10:00:00.000Z");
  runs = 0;
});

function form(entries: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.append(name, value);
  return data;
}

const afterSeconds = (seconds: number) => clockAt(new Date(now().getTime() + seconds * 1000));

const rows = (): Promise<{ answer: string | null }[]> =>
  testDatabase().asOwner((sql) => sql<{ answer: string | null }[]>`select answer from form_answers`);

describe("a form that is sent twice", () => {
  const save = publicAction(fields, async (_visitor, { name }) => {
    runs++;
    (await cookies()).set("session", `of ${name}`, { httpOnly: true, secure: true, path: "/" });
    return say("/page", { saved: `${name} ${runs}` }, "/page#saved");
  });

  it("runs once, and answers both times with the same page, message and cookies", async () => {
    const formId = randomUUID();
    const send = () => runAction(() => save(form({ formId, name: "Lila" })));
    const first = await send();
    expect(first.location).toBe("/page#saved");
    expect(first.cookies.session).toBe("of%20Lila");
    expect(await send()).toEqual(first);
    expect(runs).toBe(1);
  });

  it("runs once when twenty copies arrive at the same time", async () => {
    const formId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => runAction(() => save(form({ formId, name: "Lila" })))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(runs).toBe(1);
  });

  it("runs again with other content, another id, or without an id", async () => {
    const formId = randomUUID();
    const contents: Record<string, string>[] = [
      { formId, name: "Lila" },
      { formId, name: "Lila", password: "Papier-Carbone-7" },
      { formId: randomUUID(), name: "Lila" },
      { formId: "1", name: "Lila" },
      { name: "Lila" },
      { name: "Lila" },
    ];
    for (const entries of contents) await runAction(() => save(form(entries)));
    expect(runs).toBe(6);
  });

  it("runs again for other bound values, and for another action of the same form", async () => {
    const formId = randomUUID();
    const remove = publicAction({ name: text(20), id: hidden(5) }, async () => {
      runs++;
      return goTo("/removed");
    });
    const rename = publicAction(fields, async (_visitor, _typed, id: string) => {
      runs++;
      return goTo(`/renamed/${id}`);
    });
    const sent = { formId, name: "Lila" };
    expect((await runAction(() => rename.bind(null, "1")(form(sent)))).location).toBe("/renamed/1");
    expect((await runAction(() => rename.bind(null, "2")(form(sent)))).location).toBe("/renamed/2");
    expect((await runAction(() => remove(form(sent)))).location).toBe("/removed");
    expect(runs).toBe(3);
  });

  it("runs again after ten minutes, and its answer is then deleted", async () => {
    const formId = randomUUID();
    const send = () => runAction(() => save(form({ formId, name: "Lila" })));
    await send();
    afterSeconds(599);
    await send();
    expect(runs).toBe(1);
    afterSeconds(1);
    await send();
    expect(runs).toBe(2);
    afterSeconds(600);
    expect(await sweepFormAnswers(now())).toBe(1);
    expect(await rows()).toEqual([]);
  });

  it("is refused once when both copies are of one double click, and can be sent again a moment later", async () => {
    const refused = publicAction(fields, async () => {
      runs++;
      return refuse("/page", { reason: "too_many", retryAfterMs: 1_000 });
    });
    const formId = randomUUID();
    const send = () => runAction(() => refused(form({ formId, name: "Lila" })));
    expect(await send()).toEqual(await send());
    expect(runs).toBe(1);
    afterSeconds(5);
    await send();
    expect(runs).toBe(2);
  });

  it("runs once even if its answer cannot be kept: the copy waits, and runs when the claim has expired", async () => {
    const large = publicAction(
      fields,
      async () => {
        runs++;
        return showInPlace({ text: "x".repeat(300_000) });
      },
      ({ text }: { text: string }) => text.length,
    );
    const formId = randomUUID();
    const send = () => runAction(() => large(null, form({ formId, name: "Lila" })));
    expect((await send()).result).toBe(300_000);
    const copy = send();
    await expect.poll(() => runs).toBe(1);
    afterSeconds(60);
    expect((await copy).result).toBe(300_000);
    expect(runs).toBe(2);
  });

  it("does not show the answer again to somebody who has signed out since", async () => {
    const account = await makeAccount(await makeSupplier());
    const id = await openSession(account.identifiers.administrator);
    const sealed = await sealSessionId(id, new Date(now().getTime() + 60_000), now());
    const show = administratorAction(
      fields,
      async (_session, { password }) => showInPlace({ password }),
      ({ password }: { password: string }) => password,
    );
    const sent = form({ formId: randomUUID(), password: "Papier-Carbone-7" });
    const send = (cookie: string) => runAction(() => show(null, sent), { cookie });
    expect((await send(`${SESSION_COOKIE}=${sealed}`)).result).toBe("Papier-Carbone-7");
    expect(await send("")).toMatchObject({ location: "/", result: undefined });
  });

  it("runs again after a failure", async () => {
    const failing = publicAction(fields, async () => {
      if (runs++ === 0) throw new Error("The database is down.");
      return goTo("/done");
    });
    const formId = randomUUID();
    const send = () => runAction(() => failing(form({ formId, name: "Lila" })));
    await expect(send()).rejects.toThrow("The database is down.");
    expect((await send()).location).toBe("/done");
  });

  it("runs a minute after a first copy whose process was killed", async () => {
    const formId = randomUUID();
    let release = () => {};
    const stuck = new Promise<void>((resolve) => (release = resolve));
    const slow = publicAction(fields, async () => {
      if (runs++ === 0) await stuck;
      return goTo(`/done/${runs}`);
    });
    const send = () => runAction(() => slow(form({ formId, name: "Lila" })));
    const killed = send();
    await expect.poll(() => runs).toBe(1);
    const second = send();
    afterSeconds(60);
    expect((await second).location).toBe("/done/2");
    release();
    await killed;
  });

  it("shows a password in the second answer too, which is stored so that the database alone does not reveal it", async () => {
    const show = publicAction(
      fields,
      async (_visitor, { password }) => {
        runs++;
        return showInPlace({ password });
      },
      ({ password }: { password: string }) => password,
    );
    const formId = randomUUID();
    const send = () => runAction(() => show(null, form({ formId, password: "Papier-Carbone-7" })));
    expect((await send()).result).toBe("Papier-Carbone-7");
    expect((await send()).result).toBe("Papier-Carbone-7");
    expect(runs).toBe(1);
    const stored = JSON.stringify(await rows());
    expect(stored).not.toContain("Papier-Carbone-7");
    expect(stored).not.toContain(formId);
  });
});
