import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { unseal } from "@/lib/seal";
import { startApp } from "@/tests/support/app";
import { writtenActions } from "@/tests/support/written-actions";
import { type BuiltAction, builtActions } from "./built-portal";
import { ACTIONS, ADMITTED, type ClassifiedAction } from "./classified-actions";
import { FOREIGN_FIELDS, foreignOrigins } from "./foreign-requests";
import { expectSafeCookies } from "./safe-cookies";
import {
  makePortalWorld,
  PASSWORD,
  type PortalWorld,
  type Visitor,
  type VisitorKind,
  VISITORS,
} from "./visitors";

let world: PortalWorld;
const forms = new Map<string, Promise<[string, string][]>>();
const WRAPPERS = writtenActions();

test.beforeEach(async () => {
  world = await makePortalWorld();
});
test.afterEach(() => world.sql.end());

const OURS = () => process.env.E2E_URL ?? "";

/** Everything of the visitors that an action could change: users, sessions, and journal entries about them. */
async function stateOf(users: string[]): Promise<string> {
  const { sql } = world;
  const rows = await Promise.all([
    sql`select * from users where id = any (${users}) order by id`,
    sql`select id, user_id, stamp, ended_at from sessions where user_id = any (${users}) order by id`,
    sql`select actor_id, action from audit_events where actor_id = any (${users}) order by id`,
  ]);
  return JSON.stringify(rows);
}

const userIds = () => VISITORS.map((kind) => world.visitors[kind].userId).filter((id) => id !== null);

/** Posts the form like a browser without JavaScript, or like React. */
async function post(
  action: BuiltAction,
  classified: ClassifiedAction,
  visitor: Visitor,
  origin: Record<string, string>,
  how: "form" | "script",
  portal = OURS(),
): Promise<Response> {
  const form = new FormData();
  const path = typeof classified.path === "string" ? classified.path : classified.path(world);
  const bound = classified.isBound ? await sealedFields(action, path, classified.writtenFor) : null;
  const fields = Object.entries(classified.fields).map(([name, value]) => [
    name,
    value
      .replaceAll("{me}", visitor.identifier || visitor.kind)
      .replaceAll("{myId}", visitor.userId ?? "")
      .replaceAll("{request}", world.request.id),
  ]);
  if (how === "form") {
    if (bound) for (const [name, value] of bound) form.append(name, value);
    else form.append(`$ACTION_ID_${action.id}`, "");
    for (const [name = "", value = ""] of fields) form.append(name, value);
  } else {
    for (const [name = "", value = ""] of fields) form.append(`_1_${name}`, value);
    form.append("0", '["$K1"]');
  }
  const headers: Record<string, string> = { ...visitor.headers, ...origin };
  if (how === "script") headers["next-action"] = action.id;
  return fetch(portal + path, { method: "POST", body: form, headers, redirect: "manual" });
}

/** The hidden fields of the action's form, with the values that the server encrypted for its visitor; read once. */
function sealedFields(
  action: BuiltAction,
  path: string,
  writtenFor: VisitorKind = "anonymous",
): Promise<[string, string][]> {
  const { headers, userId } = world.visitors[writtenFor];
  const form = `${action.id} ${path} ${userId}`;
  const fields = forms.get(form) ?? readSealedFields(action, path, headers);
  forms.set(form, fields);
  return fields;
}

async function readSealedFields(
  action: BuiltAction,
  path: string,
  headers: Record<string, string>,
): Promise<[string, string][]> {
  const html = await (await fetch(OURS() + path, { headers })).text();
  const forms = html.match(/<form\b.*?<\/form>/gs) ?? [];
  const theirs = forms.find((one) => one.includes(action.id)) ?? "";
  const inputs = [...theirs.matchAll(/<input type="hidden" name="(\$ACTION_[^"]+)"(?: value="([^"]*)")?/g)];
  const unescape = (text: string) =>
    text
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  return inputs
    .map(([, name = "", value = ""]): [string, string] => [name, unescape(value)])
    .filter(([name]) => !name.startsWith("$ACTION_ID_"));
}

test("the classified server actions are exactly those of the build, each made by a wrapper", () => {
  const built = builtActions()
    .map(({ name }) => name)
    .sort();
  expect(Object.keys(ACTIONS).sort()).toEqual(built);
  expect([...WRAPPERS.keys()].sort()).toEqual(built);
});

/** The visitors that the wrapper of the action admits. */
const admittedTo = (action: BuiltAction) => ADMITTED[WRAPPERS.get(action.name) ?? ""] ?? [];

test("every server action may change rows only for visitors that its wrapper admits", () => {
  for (const action of builtActions())
    expect(admittedTo(action), action.name).toEqual(
      expect.arrayContaining(ACTIONS[action.name]?.changes ?? ["nobody"]),
    );
});

for (const action of builtActions()) {
  const classified = ACTIONS[action.name] ?? { path: "/", fields: {}, changes: [] };

  test(`${action.name} changes nothing when it is posted from another site, or without an origin`, async () => {
    const before = await stateOf(userIds());
    // The check of the origin is the same for all: every origin for admitted visitors and one stranger, two for the
    // others.
    const served: VisitorKind[] = ["anonymous", "administrator", ...classified.changes];
    for (const kind of VISITORS)
      for (const origin of served.includes(kind)
        ? foreignOrigins(OURS())
        : foreignOrigins(OURS()).slice(0, 2))
        for (const how of ["form", "script"] as const) {
          const response = await post(action, classified, world.visitors[kind], origin, how);
          expect(response.status, `${kind} ${JSON.stringify(origin)} ${how}`).toBeGreaterThanOrEqual(400);
          expect(response.headers.get("set-cookie") ?? "", kind).not.toContain("e-facture");
          await response.arrayBuffer();
        }
    expect(await stateOf(userIds())).toBe(before);
  });

  if (classified.provedIn) continue;

  test(`${action.name} changes only what its own visitor may change`, async () => {
    for (const how of ["form", "script"] as const) {
      await world.sql.end();
      world = await makePortalWorld();
      for (const kind of VISITORS) {
        const { userId } = world.visitors[kind];
        const target = classified.changes.includes(kind) ? classified.target : undefined;
        const others = userIds().filter(
          (id) => id !== userId && !(target && id === world.visitors[target].userId),
        );
        const mine = () => stateOf(userId ? [userId] : []);
        const before = { mine: await mine(), others: await stateOf(others) };
        if (classified.isBound && how === "script") continue;
        const tampered = { ...classified, fields: { ...FOREIGN_FIELDS, ...classified.fields } };
        const response = await post(action, tampered, world.visitors[kind], { origin: OURS() }, how);
        // Answered in its place, the form of a page that this visitor cannot open is not found.
        const isHidden = classified.answersInPlace && !classified.changes.includes(kind);
        if (!isHidden || response.status !== 404)
          expect(response.status, `${kind} ${how}: ${action.name}`).toBeLessThan(400);
        // A visitor without the right gets no message. The target of a change may have got the right through it.
        if (!admittedTo(action).includes(kind) && kind !== classified.target)
          expect(response.headers.get("set-cookie") ?? "", `${kind} ${how}`).not.toContain("flash");
        expectSafeCookies(response, action.name);
        await response.arrayBuffer();
        expect((await mine()) !== before.mine, `${kind} ${how}`).toBe(classified.changes.includes(kind));
        expect(await stateOf(others)).toBe(before.others);
      }
    }
  });
}

test("every action sent twenty times at the same time answers each time, and opens no second session", async () => {
  // Uses its own server: with twenty passwords to hash, a server answers busy, also to users of other tests.
  const crowded = await startApp({ database: testedDatabase(), dataDir: process.env.DATA_DIR ?? "" });
  try {
    for (const action of builtActions()) {
      const classified = ACTIONS[action.name];
      const [kind] = classified?.changes ?? [];
      if (!classified || !kind) continue;
      await world.sql.end();
      world = await makePortalWorld();
      const visitor = world.visitors[kind];
      const origin = { origin: crowded.url };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => post(action, classified, visitor, origin, "form", crowded.url)),
      );
      const expected = classified.answersInPlace ? [200, 303] : [303];
      for (const { status } of answers) expect(expected, action.name).toContain(status);
      const [user] = await world.sql`
        select count(*)::int as sessions from sessions where user_id = ${visitor.userId}`;
      expect(user?.sessions, action.name).toBe(1);
    }
  } finally {
    await crowded.stop();
  }
});

const testedDatabase = () => ({
  ownerUrl: process.env.DATABASE_OWNER_URL ?? "",
  appUrl: process.env.DATABASE_URL ?? "",
  jobsUrl: process.env.DATABASE_JOBS_URL ?? "",
});

test("signing in opens a session for the user of the password, and for nobody else", async () => {
  const [action] = builtActions().filter(({ name }) => name.endsWith("#signInAction"));
  if (!action) throw new Error("There is no sign-in action.");
  const tryAs = (identifier: string, password: string, extra: Record<string, string> = {}) =>
    post(
      action,
      { path: "/mobilize-lease", fields: { identifier, password, ...extra }, changes: [], isBound: true },
      world.visitors.anonymous,
      { origin: OURS() },
      "form",
    );
  const { member, disabled } = world.visitors;
  const foreign = { next: "//evil.example", userId: "x", role: "operator" };
  const right = await tryAs(member.identifier, PASSWORD, foreign);
  expect([right.status, right.headers.get("location")]).toEqual([303, "/invoices"]);
  expectSafeCookies(right, "signInAction");
  expect(right.headers.get("set-cookie")).toMatch(/__Host-e-facture=[^;]+;.*HttpOnly.*SameSite=lax/i);
  const refusals = [];
  for (const [identifier, password] of [
    [member.identifier, "Faux-Papier-9"],
    [disabled.identifier, PASSWORD],
    [`nobody-${randomUUID()}`, PASSWORD],
  ] as const) {
    const { status, headers } = await tryAs(identifier, password);
    const cookies = headers.get("set-cookie") ?? "";
    expect(cookies).not.toContain("e-facture=");
    const sealed = /flash[\w-]*=([^;]*)/.exec(cookies)?.[1] ?? "";
    const flash = unseal({ purpose: "flash", of: "/mobilize-lease" }, sealed);
    const message = flash?.replace(identifier, "…");
    const others = cookies.replace(/flash[\w-]*=[^;]*|Expires=[^;]*/g, "");
    expect(message).toContain("wrong");
    refusals.push({ status, location: headers.get("location"), told: message, others });
  }
  expect(refusals).toEqual([refusals[0], refusals[0], refusals[0]]);
});
