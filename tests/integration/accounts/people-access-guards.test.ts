import { beforeEach, expect, it } from "vitest";
import { liftBlock } from "@/lib/accounts/one/people/lift-block";
import { listPeople } from "@/lib/accounts/one/people/list-people";
import { sendAccessLink } from "@/lib/accounts/one/people/send-access-link";
import { setAccess } from "@/lib/accounts/one/people/set-access";
import { now } from "@/lib/clock";
import { clockAt } from "@/tests/support/clock-file";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner, makeAccount } from "@/tests/support/world";
import { ADDRESS, journalOf, mailsOf, makeStaffWorld, type StaffWorld } from "./staff-world";

const NOE = "noe@perce-neige.example";

let world: StaffWorld;
/** The account's member, with an address. */
let userId: string;

beforeEach(async () => {
  world = await makeStaffWorld();
  ({ userId } = world.account.member);
  await asOwner((sql) => sql`update users set email = ${NOE} where id = ${userId}`);
});

const set = (wanted: Parameters<typeof setAccess>[3], person = userId) =>
  setAccess(world.adviser, world.account.id, person, wanted);
const sendLink = (staff = world.adviser) => sendAccessLink(staff, world.account.id, userId);
const actions = async () => (await journalOf(world.account)).map(({ action }) => action);
const toldOf = async () =>
  (await mailsOf("access_changed")).map(({ recipient, props }) => `${props.change} ${recipient}`).sort();

it("an adviser changes nobody of another account, and nobody of a closed account", async () => {
  const other = await makeAccount(world.supplier);
  const { userId: otherUserId } = other.member;
  for (const refused of [
    await set("administrator", otherUserId),
    await liftBlock(world.adviser, world.account.id, otherUserId),
    await sendAccessLink(world.adviser, world.account.id, otherUserId),
  ])
    expect(refused).toEqual({ ok: false, reason: "not_found" });
  await asOwner((sql) => sql`update accounts set state = 'closed' where id = ${world.account.id}`);
  for (const refused of [
    await set("disabled"),
    await liftBlock(world.adviser, world.account.id, userId),
    await sendLink(),
  ])
    expect(refused).toEqual({ ok: false, reason: "closed" });
  expect([await actions(), await journalOf(other)]).toEqual([[], []]);
});

it("a change of access mails the person and the administrators, and ends the sessions when it takes access away", async () => {
  const stamp = async () =>
    (await asOwner((sql) => sql`select stamp from users where id = ${userId}`))[0]?.stamp;
  const before = await stamp();
  expect(await set("disabled")).toMatchObject({ ok: true });
  expect(Number(await stamp())).toBeGreaterThan(Number(before));
  expect(await set("administrator")).toEqual({ ok: false, reason: "disabled" });
  expect(await sendLink()).toEqual({ ok: false, reason: "disabled" });
  expect(await set("active")).toMatchObject({ ok: true });
  expect(await toldOf()).toEqual([`access_restored ${ADDRESS}`, `access_restored ${NOE}`]);
  expect(await set("administrator")).toMatchObject({ ok: true });
  expect((await toldOf()).filter((one) => one.startsWith("administrator_named"))).toHaveLength(2);
});

it("a change of access has one effect when twenty people make the same change at once", async () => {
  for (const wanted of ["administrator", "disabled", "active"] as const) {
    const changed = await Promise.all(Array.from({ length: 20 }, () => set(wanted)));
    expect(changed.every(({ ok }) => ok)).toBe(true);
  }
  expect(await actions()).toEqual(["administrator_named", "user_deactivated", "user_reactivated"]);
});

it("the limit of links counts neither links refused without proof nor those of another supplier's staff", async () => {
  clockAt("2026-11-20T12:00:00Z");
  for (let time = 0; time < 11; time += 1) expect(await sendLink()).toMatchObject({ reason: "proof_needed" });
  const proven = async (staff = world.adviser) => ({
    ...staff,
    sessionId: await provenSession(staff.viewer),
  });
  const stranger = await proven(world.stranger);
  for (let time = 0; time < 11; time += 1) await sendLink(stranger);
  expect(await sendLink(await proven())).toMatchObject({ ok: true });
});

it("an adviser mails no link to an address where mails bounce", async () => {
  await asOwner(
    (sql) => sql`insert into mail_addresses (supplier_id, email, state, reason, at)
      values (${world.supplier.id}, ${NOE}, 'bounced', 'address_refused', ${now()})`,
  );
  expect(await sendLink()).toEqual({ ok: false, reason: "address_stopped" });
  expect(await mailsOf("recovery")).toEqual([]);
});

it("an adviser sends the activation again to the person notified who has no password, and a recovery to others", async () => {
  await asOwner((sql) => sql`update users set password_changed_at = null, password_hash = null`);
  expect(await sendLink()).toMatchObject({ ok: true });
  expect((await mailsOf("recovery")).map(({ recipient }) => recipient)).toEqual([NOE]);
  const { administrator } = world.account;
  expect(await sendAccessLink(world.adviser, world.account.id, administrator.userId)).toMatchObject({
    ok: true,
  });
  expect((await mailsOf("activation")).map(({ recipient }) => recipient)).toEqual([ADDRESS]);
  expect(await mailsOf("recovery")).toHaveLength(1);
});

it("the list of people shows a link as unused until it is used or a password is chosen", async () => {
  const linkOf = async () =>
    (await listPeople(world.adviser.viewer, world.account.id))
      .find(({ id }) => id === userId)
      ?.obstacles.filter(({ kind }) => kind === "link_unused");
  await sendLink();
  expect(await linkOf()).toHaveLength(1);
  await asOwner((sql) => sql`update tokens set consumed_at = ${now()}`);
  expect(await linkOf()).toEqual([]);
  await asOwner((sql) => sql`update tokens set consumed_at = null`);
  clockAt("2026-11-20T10:30:00Z");
  await asOwner((sql) => sql`update users set password_changed_at = ${now()} where id = ${userId}`);
  expect(await linkOf()).toEqual([]);
});
