import { beforeEach, describe, expect, it } from "vitest";
import { resumeSession } from "@/lib/sign-in/session/session";
import { editUser } from "@/lib/users/edit-user";
import { getColleague } from "@/lib/users/list-colleagues";
import { resetUserPassword } from "@/lib/users/reset-user-password";
import { setUserRole } from "@/lib/users/set-user-role";
import { setUserStatus } from "@/lib/users/set-user-status";
import { asOwner, makeAccount } from "@/tests/support/world";
import {
  actingAs,
  addNewcomer,
  type AdministrationWorld,
  enter,
  makeAdministrationWorld,
} from "./administration-world";

let world: AdministrationWorld;
beforeEach(async () => {
  world = await makeAdministrationWorld();
});

describe("a colleague", () => {
  it("loses access immediately when deactivated, and has the same password when reactivated", async () => {
    const { id, identifier } = await addNewcomer(world.acting);
    const entered = await enter(identifier, "Givre-Tulipe-Canard-58");
    if (!entered.ok) throw new Error("The new user could not sign in.");
    expect(await setUserStatus(world.acting, id, "disabled")).toMatchObject({ ok: true });
    expect(await resumeSession(entered.sessionId)).toBeNull();
    expect(await enter(identifier, "Givre-Tulipe-Canard-58")).toEqual({ ok: false, reason: "wrong" });
    expect(await setUserStatus(world.acting, id, "active")).toMatchObject({ ok: true });
    expect(await resumeSession(entered.sessionId)).toBeNull();
    expect(await enter(identifier, "Givre-Tulipe-Canard-58")).toMatchObject({ ok: true });
  });

  it("loses password, sessions and all proofs when a new default password is given", async () => {
    const { userId } = world.account.member;
    await asOwner(
      (owner) => owner`
        update users set email = 'membre@essai.example', email_verified_at = now(), person_id = id where id = ${userId}`,
    );
    const entered = await enter(world.account.identifiers.member, "Papier-Carbone-7");
    const access = { kind: "default_password", password: "Orage-Violon-Prune-31" } as const;
    expect(await resetUserPassword(world.acting, userId, access)).toMatchObject({ ok: true });
    expect(entered.ok && (await resumeSession(entered.sessionId))).toBeNull();
    expect(await enter(world.account.identifiers.member, "Papier-Carbone-7")).toEqual({
      ok: false,
      reason: "wrong",
    });
    expect(await enter(world.account.identifiers.member, "Orage-Violon-Prune-31")).toMatchObject({
      ok: true,
    });
    const [row] = await asOwner(
      (owner) => owner`select email_verified_at, person_id from users where id = ${userId}`,
    );
    expect(row).toEqual({ email_verified_at: null, person_id: null });
  });

  it("gets no more links than the daily limit of first accesses for the account", async () => {
    const { id } = await addNewcomer(world.acting, { email: "lila@perce-neige.example" });
    await asOwner((owner) => owner`update throttle_counters set attempts = 200 where scope = 'users_added'`);
    for (const access of [
      { kind: "invitation" } as const,
      { kind: "default_password", password: "Sorbet-Hibou-Canal-41" } as const,
    ])
      expect(await resetUserPassword(world.acting, id, access)).toEqual({ ok: false, reason: "too_many" });
    expect(await asOwner((owner) => owner`select from mails`)).toHaveLength(0);
  });

  it("loses its proofs when its address is corrected", async () => {
    const { userId } = world.account.member;
    await asOwner(
      (owner) =>
        owner`update users set email = 'old@essai.example', email_verified_at = now() where id = ${userId}`,
    );
    await editUser(world.acting, userId, { name: "Noé", email: "new@essai.example" });
    const [row] = await asOwner(
      (owner) => owner`select name, email, email_verified_at from users where id = ${userId}`,
    );
    expect(row).toEqual({ name: "Noé", email: "new@essai.example", email_verified_at: null });
  });

  it("becomes an administrator and a member again, and its sessions end", async () => {
    const { userId } = world.account.member;
    expect(await setUserRole(world.acting, userId, "administrator")).toMatchObject({ ok: true });
    const entered = await enter(world.account.identifiers.member, "Papier-Carbone-7");
    expect(entered.ok && (await resumeSession(entered.sessionId))?.viewer.kind).toBe("administrator");
    expect(await setUserRole(world.acting, userId, "member")).toMatchObject({ ok: true });
    expect(entered.ok && (await resumeSession(entered.sessionId))).toBeNull();
  });

  it("cannot be oneself, nor the person whom the supplier notifies", async () => {
    const { userId } = world.administrator;
    expect(await setUserStatus(world.acting, userId, "disabled")).toEqual({
      ok: false,
      reason: "yourself",
    });
    expect(await setUserRole(world.acting, userId, "member")).toEqual({
      ok: false,
      reason: "yourself",
    });
    await setUserRole(world.acting, world.account.member.userId, "administrator");
    const second = await actingAs(world.account.member);
    await asOwner(
      (owner) => owner`
        with notified as (update users set email = 'compta@essai.example' where id = ${userId})
        update accounts set email = 'compta@essai.example', email_source = 'api' where id = ${world.account.id}`,
    );
    expect(await setUserStatus(second, userId, "disabled")).toEqual({ ok: false, reason: "notified" });
    expect(await setUserRole(second, userId, "member")).toEqual({ ok: false, reason: "notified" });
    expect(await editUser(second, userId, { name: "A", email: "moi@ailleurs.example" })).toEqual({
      ok: false,
      reason: "notified",
    });
  });

  it("cannot become protected like the notified person: no administrator may take that address, and no member with it the role", async () => {
    const { member } = world.account;
    const address = "compta@essai.example";
    await asOwner(
      (owner) =>
        owner`update accounts set email = ${address}, email_source = 'api' where id = ${world.account.id}`,
    );
    const asked = { name: "Lila Montferrand", email: address };
    const refused = { ok: false, reason: "notified" };
    expect(await editUser(world.acting, world.administrator.userId, asked)).toEqual(refused);
    expect(await editUser(world.acting, member.userId, asked)).toMatchObject({ ok: true });
    expect(await setUserRole(world.acting, member.userId, "administrator")).toEqual(refused);
    expect(await setUserStatus(world.acting, member.userId, "disabled")).toMatchObject({ ok: true });
  });

  it("stays administrator when two remove each other at the same moment: only one succeeds", async () => {
    await setUserRole(world.acting, world.account.member.userId, "administrator");
    const second = await actingAs(world.account.member);
    const ended = await Promise.all([
      setUserStatus(world.acting, world.account.member.userId, "disabled"),
      setUserStatus(second, world.administrator.userId, "disabled"),
    ]);
    expect(ended.filter(({ ok }) => ok)).toHaveLength(1);
    expect(ended).toContainEqual({ ok: false, reason: "last_administrator" });
  });

  it("of another account does not exist", async () => {
    const { userId } = (await makeAccount(world.supplier)).member;
    expect(await getColleague(world.administrator, userId)).toBeNull();
    const none = { ok: false, reason: "not_found" };
    expect(await setUserStatus(world.acting, userId, "disabled")).toEqual(none);
    expect(await setUserRole(world.acting, userId, "administrator")).toEqual(none);
    expect(await editUser(world.acting, userId, { name: "X", email: "" })).toEqual(none);
    expect(await resetUserPassword(world.acting, userId, { kind: "invitation" })).toEqual(none);
  });
});
