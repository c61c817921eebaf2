import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { unseal } from "@/lib/seal";
import { startApp } from "@/tests/support/app";
import { writtenActions } from "@/tests/support/written-actions";
import { type BuiltAction, builtActions } from "./built-portal";
import { ACTIONS, ADMITTED, type ClassifiedAction } from "./classified-actions";
import { FOREIGN_FIELDS, foreignOrigins } from "./foreign-requests";
import { leaveWorld } from "./leave-world";
import { closeCustomers } from "./new-customer";
import { postAction, type PostedForm } from "./post-action";
import { expectSafeCookies } from "./safe-cookies";
import {
  makePortalWorld,
  PASSWORD,
  type PortalWorld,
  third,
  type Visitor,
  type VisitorKind,
  VISITORS,
} from "./visitors";

let world: PortalWorld;
const WRAPPERS = writtenActions();

/** The world of all tests that change nothing. */
let sharedWorld: PortalWorld;
test.beforeAll(async () => void (sharedWorld = await makePortalWorld()));
test.beforeEach(() => void (world = sharedWorld));
test.afterEach(leaveOwnWorld);
test.afterAll(async () => {
  await closeCustomers(sharedWorld);
  await leaveWorld(sharedWorld);
});

async function renewWorld(): Promise<void> {
  await leaveOwnWorld();
  world = await makePortalWorld();
}

async function leaveOwnWorld(): Promise<void> {
  if (world !== sharedWorld) await leaveWorld(world);
}

const portalUrl = () => process.env.E2E_URL ?? "";

/**
 * Everything of each visitor that an action could change: the user, the sessions, and journal entries about them. No
 * action may use a session without activity for ten minutes, so for such a session the time of the last activity counts
 * too.
 */
async function statesOf(users: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { sql } = world;
  const tables = await Promise.all([
    sql`select id as of, * from users where id = any (${users})`,
    sql`
      select user_id as of, id, stamp, ended_at, factor_user_ids, proven_at, view_as_user_id,
        case when last_seen_at < now() - interval '10 minutes' then last_seen_at end as left_alone_since
      from sessions where user_id = any (${users}) order by id`,
    sql`select actor_id as of, actor_id, action from audit_events where actor_id = any (${users}) order by id`,
  ]);
  return new Map(
    users.map((id) => [id, JSON.stringify(tables.map((rows) => rows.filter(({ of }) => of === id)))]),
  );
}

const userIds = () => VISITORS.flatMap((kind) => world.visitors[kind].userId ?? []);

/** The action with the path and the fields for this world. */
async function prepared(classified: ClassifiedAction): Promise<ClassifiedAction & { path: string }> {
  const values = {
    request: world.request.id,
    pendingId: world.visitors.customer_code_pending.userId ?? "",
    ...(await classified.prepare?.(world)),
  };
  const fill = (text: string) =>
    Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value), text);
  const path = typeof classified.path === "string" ? classified.path : classified.path(world);
  const fields = Object.entries(classified.fields).map(([name, value]) => [name, fill(value)]);
  return { ...classified, path: fill(path), fields: Object.fromEntries(fields) };
}

/** Posts the form of an action as a visitor of this world. */
const post = (
  action: BuiltAction,
  form: PostedForm,
  visitor: Visitor,
  origin: Record<string, string>,
  how: "form" | "script",
  portal = portalUrl(),
) => postAction(world, { action, ...form }, visitor, { origin, how, portal });

/** The message that the answer left for the page. It is empty when the cookie only keeps what was typed. */
function messageIn(response: Response, path: string): Record<string, string> {
  const sealed = /flash[\w-]*=([^;]*)/.exec(response.headers.get("set-cookie") ?? "")?.[1];
  if (sealed === undefined) return {};
  const [page = "/"] = path.split("?");
  const json = unseal({ purpose: "flash", of: page }, sealed) ?? '{"result":{"unreadable":"yes"}}';
  return (JSON.parse(json) as { result: Record<string, string> }).result;
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

for (const [turn, action] of builtActions().entries()) {
  const classified = ACTIONS[action.name] ?? { path: "/", fields: {}, changes: [] };

  test(`${action.name} changes nothing when it is posted from another site, or without an origin`, async () => {
    const ready = await prepared(classified);
    const before = await statesOf(userIds());
    // The origin is checked before the visitor is known. So the visitors whom the action serves try every foreign
    // origin, and a third of the others try one.
    const served: VisitorKind[] = ["anonymous", ...classified.changes];
    for (const kind of VISITORS.filter(
      (one) => served.includes(one) || third(turn, VISITORS).includes(one),
    )) {
      const isServed = served.includes(kind);
      for (const origin of isServed ? foreignOrigins(portalUrl()) : foreignOrigins(portalUrl()).slice(1, 2))
        for (const how of isServed ? (["form", "script"] as const) : (["form"] as const)) {
          const response = await post(action, ready, world.visitors[kind], origin, how);
          expect(response.status, `${kind} ${JSON.stringify(origin)} ${how}`).toBeGreaterThanOrEqual(400);
          expect(response.headers.get("set-cookie") ?? "", kind).not.toContain("e-facture");
          await response.arrayBuffer();
        }
    }
    expect(await statesOf(userIds())).toEqual(before);
  });

  if (classified.provedIn) continue;

  for (const how of classified.isBound ? (["form"] as const) : (["form", "script"] as const))
    test(`${action.name} as a ${how} changes only what its own visitor may change`, async () => {
      await renewWorld();
      const ready = await prepared(classified);
      const { changes, target, isOnce, answersInPlace } = classified;
      const targetId = target && world.visitors[target].userId;
      let before = await statesOf(userIds());
      let isDone = false;
      // First come the visitors who must change nothing, while there is still something to change. The wrapper that
      // judges them is the same for both ways of posting, so a third of them is enough for the second.
      const others = VISITORS.filter((one) => !changes.includes(one));
      for (const kind of [...(how === "form" ? others : third(turn, others)), ...changes]) {
        const { userId } = world.visitors[kind];
        const tampered = { ...ready, fields: { ...FOREIGN_FIELDS, ...ready.fields } };
        const response = await post(action, tampered, world.visitors[kind], { origin: portalUrl() }, how);
        // An action that answers in place shows the page of its form: 404 for a visitor who cannot open that page.
        const isHidden = answersInPlace && !changes.includes(kind);
        if (!isHidden || response.status !== 404)
          expect(response.status, `${kind} ${how}: ${action.name}`).toBeLessThan(400);
        // A visitor without the right gets no message. The target of a change may have got the right through it.
        if (!admittedTo(action).includes(kind) && kind !== target)
          expect(messageIn(response, ready.path), `${kind} ${how}`).toEqual({});
        expectSafeCookies(response, action.name);
        await response.arrayBuffer();
        const after = await statesOf(userIds());
        const mayChange: boolean = changes.includes(kind) && !(isOnce && isDone);
        isDone ||= mayChange;
        // Background work may continue with the rights of the first visitor who changed something.
        const isBackground = (id: string) =>
          isOnce && isDone && !mayChange && id === world.visitors[changes[0] ?? kind].userId;
        const changed = userIds().filter((id) => after.get(id) !== before.get(id) && !isBackground(id));
        const allowed = [userId, targetId].filter((id) => id && changed.includes(id));
        expect(changed.includes(userId ?? ""), `${kind} changes something`).toBe(mayChange);
        expect(changed, `${kind} changes others`).toEqual(
          changed.filter((id) => mayChange && allowed.includes(id)),
        );
        before = after;
      }
    });
}

test("every action sent twenty times at the same time answers each time, and opens no second session", async () => {
  // Uses its own server: with twenty passwords to hash, a server answers busy, also to users of other tests.
  const { DATABASE_OWNER_URL = "", DATABASE_URL = "", DATABASE_JOBS_URL = "", DATA_DIR = "" } = process.env;
  const database = { ownerUrl: DATABASE_OWNER_URL, appUrl: DATABASE_URL, jobsUrl: DATABASE_JOBS_URL };
  const crowded = await startApp({ database, dataDir: DATA_DIR });
  try {
    for (const action of builtActions()) {
      const classified = ACTIONS[action.name];
      const [kind] = classified?.changes ?? [];
      if (!classified || !kind) continue;
      await renewWorld();
      const ready = await prepared(classified);
      const visitor = world.visitors[kind];
      const origin = { origin: crowded.url };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => post(action, ready, visitor, origin, "form", crowded.url)),
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

test("signing in opens a session for the user of the password, and for nobody else", async () => {
  const [action] = builtActions().filter(({ name }) => name.endsWith("#signInAction"));
  if (!action) throw new Error("There is no sign-in action.");
  const tryAs = (identifier: string, password: string, extra: Record<string, string> = {}) =>
    post(
      action,
      { path: "/mobilize-lease", fields: { identifier, password, ...extra }, isBound: true },
      world.visitors.anonymous,
      { origin: portalUrl() },
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
    refusals.push({ status, location: headers.get("location"), message, others });
  }
  expect(refusals).toEqual([refusals[0], refusals[0], refusals[0]]);
});
