import { beforeEach, describe, expect, it } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { withViewer } from "@/lib/access/with-viewer";
import { ADVISER_NAME } from "@/lib/accounts/adviser-name";
import { openToken } from "@/lib/recovery/open-token";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { resumeSession } from "@/lib/sign-in/session/session";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { changeStaff } from "@/lib/users/staff/change-staff";
import { inviteStaff } from "@/lib/users/staff/invite-staff";
import { listStaff } from "@/lib/users/staff/list-staff";
import { MINUTE, openSession, passTime, tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, makeAccount, makeSupplier } from "@/tests/support/world";
import {
  actingAs,
  addColleague,
  makeStaffWorld,
  staffEvents,
  type StaffWorld,
  toldChanges,
} from "./staff-world";

let world: StaffWorld;
beforeEach(async () => {
  world = await makeStaffWorld();
});

const roleAndState = async (userId: string) => {
  const [row] = await asOwner((sql) => sql`select role, status from users where id = ${userId}`);
  return `${String(row?.role)} ${String(row?.status)}`;
};

describe("a manager", () => {
  it("makes an adviser a manager and back; a demoted manager's sessions end at once", async () => {
    const { adviser, acting, manager } = world;
    const open = await openSession(adviser.identifier);
    expect(await changeStaff(acting, adviser.userId, "manager")).toMatchObject({ ok: true });
    expect(await roleAndState(adviser.userId)).toBe("manager active");
    expect((await resumeSession(open))?.viewer.kind).toBe("manager");
    expect(await changeStaff(acting, adviser.userId, "adviser")).toMatchObject({ ok: true });
    expect(await resumeSession(open)).toBeNull();
    expect(await roleAndState(adviser.userId)).toBe("adviser active");
    expect(await toldChanges()).toEqual([
      `staff_made_adviser ${adviser.email}`,
      `staff_made_adviser ${manager.email}`,
      `staff_made_manager ${adviser.email}`,
      `staff_made_manager ${manager.email}`,
    ]);
    expect((await staffEvents()).map(({ action }) => action)).toEqual([
      "staff_role_changed",
      "staff_role_changed",
    ]);
  });

  it("deactivates a colleague, whose sessions and links end at once, also after being reactivated", async () => {
    const { adviser, acting, supplier } = world;
    const open = await openSession(adviser.identifier);
    await requestRecovery({
      supplier: { id: supplier.id, recoveryAnswer: "explicit" },
      email: adviser.email,
      address: "",
      locale: "fr",
    });
    const [token] = await asOwner((sql) => sql`select id from tokens`);
    const secret = deriveToken("recovery", String(token?.id));
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: true });
    expect(await changeStaff(acting, adviser.userId, "deactivate")).toMatchObject({ ok: true });
    expect(await resumeSession(open)).toBeNull();
    expect(await tryToSignIn(adviser.identifier)).toMatchObject({ ok: false });
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: false });
    expect(await changeStaff(acting, adviser.userId, "reactivate")).toMatchObject({ ok: true });
    expect(await resumeSession(open)).toBeNull();
    expect(await openToken(supplier.id, secret)).toMatchObject({ reason: "used" });
    expect(await tryToSignIn(adviser.identifier)).toMatchObject({ ok: true });
    expect((await toldChanges()).filter((told) => told.endsWith(adviser.email))).toEqual([
      `staff_deactivated ${adviser.email}`,
      `staff_reactivated ${adviser.email}`,
    ]);
  });

  it("ends the link of an invitation with the access", async () => {
    await inviteStaff(world.acting, {
      name: "Inès Morel",
      email: "ines@loueur.example",
      role: "manager",
      locale: "fr",
    });
    const [invited] = await asOwner((sql) => sql`select id from users where email = 'ines@loueur.example'`);
    const [token] = await asOwner((sql) => sql`select id from tokens where purpose = 'invitation'`);
    for (const wanted of ["deactivate", "reactivate"] as const)
      await changeStaff(world.acting, String(invited?.id), wanted);
    expect(await openToken(world.supplier.id, deriveToken("invitation", String(token?.id)))).toMatchObject({
      reason: "used",
    });
  });

  it("leaves the accounts of a deactivated adviser assigned, and names nobody until the access is restored", async () => {
    const { adviser, acting, supplier } = world;
    const account = await makeAccount(supplier);
    await asOwner(
      (sql) => sql`update accounts set adviser_user_id = ${adviser.userId} where id = ${account.id}`,
    );
    const named = async () => {
      const [row] = await withViewer(acting.viewer, (tx) => tx.select({ name: ADVISER_NAME }).from(accounts));
      return row?.name;
    };
    expect(await named()).toBe("adviser");
    await changeStaff(acting, adviser.userId, "deactivate");
    expect(await named()).toBeNull();
    await changeStaff(acting, adviser.userId, "reactivate");
    expect(await named()).toBe("adviser");
  });

  it("changes neither the own access, nor anybody outside the own staff, and proves each change freshly", async () => {
    const { acting, manager, supplier } = world;
    expect(await changeStaff(acting, manager.userId, "adviser")).toEqual({ ok: false, reason: "yourself" });
    const foreign = await addColleague("adviser", await makeSupplier());
    const operator = await addColleague("operator", null);
    const customer = await makeAccount(supplier);
    for (const id of [foreign.userId, operator.userId, customer.member.userId, "no id"])
      expect(await changeStaff(acting, id, "deactivate")).toEqual({ ok: false, reason: "not_found" });
    passTime(5 * MINUTE);
    for (const wanted of ["manager", "deactivate", "reactivate", "invite_again"] as const)
      expect(await changeStaff(acting, world.adviser.userId, wanted)).toMatchObject({
        reason: "proof_needed",
      });
    expect(await roleAndState(world.adviser.userId)).toBe("adviser active");
    expect(await toldChanges()).toEqual([]);
  });

  it("remains: two managers who remove each other at the same moment leave one", async () => {
    for (const wanted of ["deactivate", "adviser"] as const) {
      world = await makeStaffWorld();
      const second = await addColleague("manager", world.supplier);
      const acting = [world.acting, await actingAs(second)] as const;
      const removed = await Promise.all([
        changeStaff(acting[0], second.userId, wanted),
        changeStaff(acting[1], world.manager.userId, wanted),
      ]);
      expect(removed.filter(({ ok }) => ok)).toHaveLength(1);
      expect(removed.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "last_manager" });
      const staff = await listStaff(world.acting.viewer);
      expect(staff.filter(({ role, isActive }) => role === "manager" && isActive)).toHaveLength(1);
    }
  });
});
