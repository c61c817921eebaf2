import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { liftBlock } from "@/lib/accounts/one/people/lift-block";
import { listPeople } from "@/lib/accounts/one/people/list-people";
import { sendAccessLink } from "@/lib/accounts/one/people/send-access-link";
import { setAccess } from "@/lib/accounts/one/people/set-access";
import { now } from "@/lib/clock";
import { PER_IDENTIFIER, takeAttempt } from "@/lib/limits/throttle";
import { issueToken } from "@/lib/tokens/issue-token";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner } from "@/tests/support/world";
import { ADDRESS, journalOf, mailsOf, makeStaffWorld, type StaffWorld } from "./staff-world";

let world: StaffWorld;

beforeEach(async () => {
  world = await makeStaffWorld();
});

const memberOf = async (staff = world.adviser) =>
  (await listPeople(staff.viewer, world.account.id)).find(({ role }) => role === "member");

async function guessWrongly(times: number): Promise<void> {
  for (let guess = 0; guess < times; guess += 1)
    await takeAttempt(PER_IDENTIFIER, world.account.identifiers.member, now());
}

it("an adviser sees that an identifier is blocked and until when, and lifts only that block", async () => {
  const { account, adviser, stranger } = world;
  await guessWrongly(6);
  const [obstacle] = (await memberOf())?.obstacles ?? [];
  expect(obstacle).toEqual({ kind: "blocked", until: new Date("2026-11-20T10:00:02Z"), attempts: 5 });
  expect(await memberOf(stranger)).toBeUndefined();
  expect(await liftBlock(stranger, account.id, account.member.userId)).toMatchObject({ reason: "not_found" });
  expect((await memberOf())?.obstacles).toHaveLength(1);
  expect(await liftBlock(adviser, account.id, account.member.userId)).toMatchObject({ ok: true });
  expect((await memberOf())?.obstacles).toEqual([]);
  expect((await journalOf(account)).map(({ action }) => action)).toEqual(["block_lifted"]);
  const notices = await mailsOf("access_changed");
  expect(notices.map(({ recipient, props }) => [recipient, props.change])).toEqual([
    [ADDRESS, "block_lifted"],
  ]);
});

it("an adviser mails a link to the recorded address, which opens only that user and is shown as unused", async () => {
  const { account, adviser } = world;
  const { userId } = account.member;
  expect(await sendAccessLink(adviser, account.id, userId)).toMatchObject({ reason: "no_email" });
  await asOwner((owner) => owner`update users set email = 'noe@perce-neige.example' where id = ${userId}`);
  expect(await sendAccessLink(adviser, account.id, userId)).toMatchObject({ ok: true });
  const [mail] = await mailsOf("recovery");
  expect(mail).toMatchObject({ recipient: "noe@perce-neige.example", state: "queued" });
  const [token] = await asOwner((owner) => owner`select user_id, purpose, email from tokens`);
  expect(token).toMatchObject({ user_id: userId, purpose: "recovery", email: "noe@perce-neige.example" });
  expect((await memberOf())?.obstacles).toMatchObject([{ kind: "link_unused", status: "waiting" }]);
  expect((await journalOf(account)).map(({ action }) => action)).toEqual(["access_link_sent"]);
  for (let more = 0; more < 9; more += 1) await sendAccessLink(adviser, account.id, userId);
  expect(await sendAccessLink(adviser, account.id, userId)).toMatchObject({ reason: "too_many_links" });
});

it("each change of access needs fresh proof", async () => {
  const { account, adviser } = world;
  clockAt("2026-11-20T12:00:00Z");
  const { userId } = account.member;
  for (const refused of [
    await sendAccessLink(adviser, account.id, userId),
    await liftBlock(adviser, account.id, userId),
    await setAccess(adviser, account.id, userId, "administrator"),
  ])
    expect(refused).toMatchObject({ ok: false, reason: "proof_needed" });
});

it("an adviser renames, deactivates and reactivates people, except the person notified and the last administrator", async () => {
  const { account, adviser, stranger } = world;
  const { administrator, member } = account;
  const set = (id: string, wanted: Parameters<typeof setAccess>[3], staff = adviser) =>
    setAccess(staff, account.id, id, wanted);
  expect(await set(member.userId, "administrator", stranger)).toMatchObject({ reason: "not_found" });
  expect(await set(administrator.userId, "disabled")).toMatchObject({ reason: "notified" });
  await asOwner((owner) => owner`update accounts set email = null, email_source = null`);
  expect(await set(administrator.userId, "disabled")).toMatchObject({ reason: "last_administrator" });
  expect(await set(member.userId, "administrator")).toMatchObject({ ok: true });
  expect(await set(administrator.userId, "disabled")).toMatchObject({ ok: true });
  expect(await set(administrator.userId, "active")).toMatchObject({ ok: true });
  const people = await asOwner(
    (owner) => owner`select role, status from users where account_id = ${account.id}`,
  );
  expect(people).toEqual([
    { role: "administrator", status: "active" },
    { role: "administrator", status: "active" },
  ]);
});

it("PostgreSQL makes no link for staff to another address, another supplier's user, or a disabled one", async () => {
  const { account, adviser, stranger, supplier } = world;
  const { userId } = account.administrator;
  const issue = (viewer = adviser.viewer, email = ADDRESS, supplierId = viewer.supplierId) =>
    withViewer(viewer, (tx) =>
      issueToken(tx, { purpose: "recovery", supplierId, userId, email, createdAt: now() }),
    );
  await expect(issue(adviser.viewer, "intrus@ailleurs.example")).rejects.toThrow();
  await expect(issue(stranger.viewer)).rejects.toThrow();
  await expect(issue(stranger.viewer, ADDRESS, supplier.id)).rejects.toThrow();
  await expect(
    withViewer(adviser.viewer, (tx) =>
      issueToken(tx, {
        purpose: "recovery",
        supplierId: supplier.id,
        userId: null,
        email: ADDRESS,
        createdAt: now(),
      }),
    ),
  ).rejects.toThrow();
  await expect(issue()).resolves.toMatch(/^[0-9a-f-]{36}$/);
  await asOwner((owner) => owner`update users set status = 'disabled' where id = ${userId}`);
  await expect(issue()).rejects.toThrow();
  // Only the account's own supplier sees who is blocked.
  await guessWrongly(6);
  const blocked = (viewer = adviser.viewer) =>
    withViewer(viewer, (tx) =>
      tx.execute(sql`select * from auth_blocked_users(${account.id}, ${PER_IDENTIFIER.scope},
        ${now().toISOString()}::timestamptz, interval '1 day', 5, 25, interval '2 seconds', interval '15 minutes')`),
    );
  expect(await blocked()).toHaveLength(1);
  expect(await blocked(stranger.viewer)).toHaveLength(0);
});
