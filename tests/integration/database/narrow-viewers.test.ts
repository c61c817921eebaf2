import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { QueryFailed } from "@/lib/access/query-failure";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { makeReachWorld, type SupplierPlace, viewersOf } from "./reach-world";

/*
 * What the narrow viewers `recovery`, `token_holder` and `person` may do, which serve steps that a person starts before
 * being recognised (decision 21). reach.test.ts checks which rows they reach; this file checks which columns they
 * change, and what they add for whom.
 */
const NOW = "2026-11-20T10:00:00Z";
const REFUSED = "42501";
let place: SupplierPlace;
let all: Viewer[];

beforeAll(async () => {
  const world = await makeReachWorld();
  [place] = world.suppliers;
  all = viewersOf(world, place);
});

const viewer = (kind: Viewer["kind"]): Viewer => {
  const found = all.find((one) => one.kind === kind);
  if (!found) throw new Error(`No ${kind}.`);
  return found;
};

/** PostgreSQL's error code, or the number of rows. Everything is rolled back. */
async function outcome(kind: Viewer["kind"], ...statements: SQL[]): Promise<string | number> {
  let rows = 0;
  try {
    await withViewer(viewer(kind), async (tx) => {
      for (const statement of statements) rows = (await tx.execute(statement)).count;
      throw new Error("undo");
    });
  } catch (error) {
    if (error instanceof QueryFailed) return error.code;
  }
  return rows;
}

const changeUsers = (change: string) => sql.raw(`update users set ${change}`);

describe("the holder of a mailed link", () => {
  it.each([
    "password_hash = 'x', password_changed_at = now(), email_verified_at = now(), must_change_password = false, stamp = stamp + 1",
    "default_password_expires_at = null",
  ])("sets %s of the one user it names", async (change) => {
    expect(await outcome("token_holder", changeUsers(change))).toBe(1);
  });

  it.each([
    "name = 'x'",
    "email = 'x@b.example'",
    "role = 'member'",
    "status = 'disabled'",
    "locale = 'en'",
    "history_months = 6",
    "last_sign_in_at = now()",
    "stamp = stamp - 1",
    "person_id = gen_random_uuid()",
  ])("does not set %s", async (change) => {
    expect(await outcome("token_holder", changeUsers(change))).toBe(REFUSED);
  });
});

describe("a person", () => {
  it.each(["person_id = gen_random_uuid()", "last_sign_in_at = now()"])(
    "sets %s of the two users they name",
    async (change) => {
      expect(await outcome("person", changeUsers(change))).toBe(2);
    },
  );

  it.each([
    "name = 'x'",
    "email = 'x@b.example'",
    "password_hash = 'x'",
    "password_changed_at = now()",
    "email_verified_at = now()",
    "must_change_password = false, name = 'x'",
    "role = 'member', name = 'x'",
    "stamp = stamp + 1",
  ])("does not set %s", async (change) => {
    expect(await outcome("person", changeUsers(change))).toBe(REFUSED);
  });

  it("asks only in their own name, and the link goes to the proven address of the other user", async () => {
    const [first, second] = place.accounts;
    const asks = {
      asker: first.people.member,
      user: place.named.otherUserId,
      email: `second-${place.named.email}`,
    };
    const add = (token: Partial<typeof asks>) => attachment(randomUUID(), { ...asks, ...token });
    expect(await outcome("person", add({}))).toBe(1);
    expect(await outcome("person", add({ asker: first.people.administrator }))).toBe(REFUSED);
    expect(await outcome("person", add({ email: "stranger@b.example" }))).toBe(REFUSED);
    expect(await outcome("person", add({ user: second.people.member }))).toBe(REFUSED);
    expect(await outcome("person", add({ user: first.people.member, email: "stranger@b.example" }))).toBe(
      REFUSED,
    );
    const token = randomUUID();
    const mailTo = (recipient: string) =>
      outcome("person", attachment(token, asks), mail("attachment", recipient, asks.user, token));
    expect(await mailTo(asks.email)).toBe(1);
    expect(await mailTo("stranger@b.example")).toBe(REFUSED);
  });

  it("mails about an attachment only to the recorded addresses of their own users", async () => {
    const [first, second] = place.accounts;
    const [user, address] = [place.named.otherUserId, `second-${place.named.email}`];
    const tell = (recipient: string, to: string, account: string) =>
      outcome("person", notice({ recipient, to, account, kind: "attachment_changed" }));
    expect(await tell(address, user, second.id)).toBe(1);
    expect(await tell("stranger@b.example", user, second.id)).toBe(REFUSED);
    expect(await tell(address, user, first.id)).toBe(REFUSED);
    expect(await tell(address, first.people.administrator, first.id)).toBe(REFUSED);
    const other = { recipient: address, to: user, account: second.id, kind: "access_changed" };
    expect(await outcome("person", notice(other))).toBe(REFUSED);
  });

  it("writes in the journal only what their own users did, or events without user and account", async () => {
    const [first, second] = place.accounts;
    const event = (actor: string | null, account: string | null) =>
      outcome("person", journal(actor, account, null));
    expect(await event(first.people.member, first.id)).toBe(1);
    expect(await event(place.named.otherUserId, second.id)).toBe(1);
    expect(await event(null, null)).toBe(1);
    expect(await event(first.people.administrator, first.id)).toBe(REFUSED);
    expect(await event(first.people.member, second.id)).toBe(REFUSED);
    expect(await event(null, first.id)).toBe(REFUSED);
  });

  const attachment = (id: string, of: { asker: string; user: string; email: string }) => sql`
    select issue_access_link(${id}, 'attachment', ${place.id}, ${of.user}, ${of.asker}, ${of.email},
      sha256(${id}::text::bytea), ${NOW})`;
});

describe("a recovery", () => {
  it("makes one kind of link and mail, for its own address and supplier", async () => {
    const token = (purpose: string, email: string, supplier: string = place.id) => sql`
      select issue_access_link(gen_random_uuid(), ${purpose}, ${supplier}, null, null, ${email},
        sha256(gen_random_uuid()::text::bytea), ${NOW})`;
    const { email } = place.named;
    expect(await outcome("recovery", token("recovery", email))).toBe(1);
    expect(await outcome("recovery", token("activation", email))).toBe(REFUSED);
    expect(await outcome("recovery", token("recovery", "stranger@b.example"))).toBe(REFUSED);
    expect(await outcome("recovery", token("recovery", email, randomUUID()))).toBe(REFUSED);
  });

  it.each<["recovery" | "token_holder", string, string]>([
    ["recovery", "recovery", "password_changed"],
    ["token_holder", "password_changed", "recovery"],
  ])("and the holder of its link queue mails to that address only: %s", async (kind, allowed, other) => {
    const [first] = place.accounts;
    const { email } = place.named;
    const { administrator, member } = first.people;
    expect(await outcome(kind, mail(allowed, email, administrator))).toBe(1);
    expect(await outcome(kind, mail(other, email, administrator))).toBe(REFUSED);
    expect(await outcome(kind, mail(allowed, "stranger@b.example", administrator))).toBe(REFUSED);
    expect(await outcome(kind, mail(allowed, email, member))).toBe(REFUSED);
  });

  it.each(["recovery", "token_holder"] as const)(
    "is recorded in the journal of its own users: %s",
    async (kind) => {
      const [first, second] = place.accounts;
      const { administrator, member } = first.people;
      const event = (subject: string, account: string, actor: string | null = null) =>
        outcome(kind, journal(actor, account, place.id, subject));
      expect(await event(administrator, first.id)).toBe(1);
      expect(await event(member, first.id)).toBe(REFUSED);
      expect(await event(administrator, second.id)).toBe(REFUSED);
      expect(await event(administrator, first.id, administrator)).toBe(REFUSED);
    },
  );
});

const mail = (kind: string, recipient: string, user: string, subject: string = randomUUID()) => sql`
  insert into mails (id, supplier_id, user_id, kind, subject_id, recipient, locale, props, state, next_try_at, created_at)
  values (gen_random_uuid(), ${place.id}, ${user}, ${kind}, ${subject}, ${recipient}, 'fr', '{}', 'queued', ${NOW}, ${NOW})`;

const notice = (of: { recipient: string; to: string; account: string; kind: string }) => sql`
  insert into mails (id, supplier_id, account_id, user_id, kind, subject_id, recipient, locale, props, state, next_try_at,
    created_at)
  values (gen_random_uuid(), ${place.id}, ${of.account}, ${of.to}, ${of.kind}, gen_random_uuid(), ${of.recipient}, 'fr',
    '{}', 'queued', ${NOW}, ${NOW})`;

describe("an administrator", () => {
  it("mails about a changed access only to the recorded addresses of their own account", async () => {
    const [first, second] = place.accounts;
    const { administrator } = first.people;
    const tell = (recipient: string, to: string, account: string) =>
      outcome("administrator", notice({ recipient, to, account, kind: "access_changed" }));
    expect(await tell(place.named.email, administrator, first.id)).toBe(1);
    expect(await tell("stranger@b.example", administrator, first.id)).toBe(REFUSED);
    expect(await tell(`second-${place.named.email}`, place.named.otherUserId, second.id)).toBe(REFUSED);
  });
});

const journal = (
  actor: string | null,
  account: string | null,
  supplier: string | null,
  subject: string = randomUUID(),
) => sql`
  insert into audit_events (id, at, actor_kind, actor_id, action, account_id, supplier_id, subject_id)
  values (gen_random_uuid(), ${NOW}, 'job', ${actor}, 'x', ${account}, ${supplier}, ${subject})`;
