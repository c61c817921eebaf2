import { beforeEach, describe, expect, it } from "vitest";
import { choosePassword } from "@/lib/recovery/choose-password";
import { openToken } from "@/lib/recovery/open-token";
import { findWaitingSession } from "@/lib/sign-in/session/waiting-session";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { changeStaff } from "@/lib/users/staff/change-staff";
import { inviteFromCommandLine } from "@/lib/users/staff/invite-from-command-line";
import { inviteStaff } from "@/lib/users/staff/invite-staff";
import { listStaff } from "@/lib/users/staff/list-staff";
import { INVITATIONS_A_DAY, MAX_STAFF } from "@/lib/users/staff/staff-numbers";
import { DAY, MINUTE, passTime, tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
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

const EMAIL = "ines@loueur.example";
const PASSWORD = "Sillon-Bleu-Vif-9";
const wanted = { name: "Inès Morel", email: " INES@loueur.example ", role: "adviser", locale: "fr" } as const;

/** The secrets of the invitations mailed so far, oldest first. */
async function mailedSecrets(): Promise<string[]> {
  const rows = await asOwner(
    (sql) =>
      sql`select props ->> 'tokenId' as token from mails where kind = 'invitation' order by created_at, id`,
  );
  return rows.map(({ token }) => deriveToken("invitation", String(token)));
}

const choose = (supplierId: string | null, secret: string) =>
  choosePassword({ supplierId, secret, userId: "all", password: PASSWORD, confirmation: PASSWORD });

/** What the session of the invited person waits for, once the password is typed. */
async function stateAfterPassword() {
  const entered = await tryToSignIn(EMAIL, PASSWORD);
  return entered.ok && (await findWaitingSession(entered.sessionId))?.state;
}

const invitedId = async () => {
  const [row] = await asOwner((sql) => sql`select id from users where email = ${EMAIL}`);
  return String(row?.id);
};

describe("an invitation to the staff", () => {
  it("lets the person choose a password, then asks to enrol the second factor", async () => {
    expect(await inviteStaff(world.acting, wanted)).toEqual({ ok: true, email: EMAIL, identifier: EMAIL });
    const [mail] = await asOwner((sql) => sql`select * from mails where kind = 'invitation'`);
    expect(mail).toMatchObject({ recipient: EMAIL, account_id: null, supplier_id: world.supplier.id });
    expect(mail?.props).toMatchObject({ role: "adviser", inviterName: "Hugo Astier", identifier: EMAIL });
    const [secret = ""] = await mailedSecrets();
    expect(await choose(world.supplier.id, secret)).toMatchObject({ ok: true, identifier: EMAIL });
    expect(await stateAfterPassword()).toBe("enrol");
    expect(await choose(world.supplier.id, secret)).toMatchObject({ reason: "used" });
  });

  it("is told to every manager by mail, is in the journal, and needs fresh proof", async () => {
    const second = await addColleague("manager", world.supplier);
    await inviteStaff(world.acting, wanted);
    expect(await toldChanges()).toEqual([
      `staff_invited ${world.manager.email}`,
      `staff_invited ${second.email}`,
    ]);
    expect(await staffEvents()).toEqual([
      { action: "staff_invited", actor_kind: "manager", supplier_id: world.supplier.id },
    ]);
    passTime(5 * MINUTE);
    expect(await inviteStaff(world.acting, { ...wanted, email: "autre@loueur.example" })).toMatchObject({
      reason: "proof_needed",
      kind: "code",
    });
  });

  it("says everything that is wrong with what was typed", async () => {
    expect(await inviteStaff(world.acting, { ...wanted, name: " ", email: "ines" })).toEqual({
      ok: false,
      reason: "invalid",
      problems: ["name_missing", "email_invalid"],
    });
    expect(await inviteStaff(world.acting, { ...wanted, name: "www.evil.example" })).toMatchObject({
      problems: ["name_invalid"],
    });
    expect(await mailedSecrets()).toEqual([]);
  });

  it("of an address that is an identifier elsewhere gets an assigned identifier, and one of the same staff is refused", async () => {
    const elsewhere = await makeAccount(await makeSupplier());
    await asOwner((sql) => sql`update users set email = ${EMAIL} where id = ${elsewhere.member.userId}`);
    const invited = await inviteStaff(world.acting, wanted);
    expect(invited.ok && invited.identifier).toMatch(/^\w{4}-\w{4}$/);
    expect(await inviteStaff(world.acting, wanted)).toEqual({ ok: false, reason: "already_staff" });
    const { email } = world.adviser;
    await changeStaff(world.acting, world.adviser.userId, "deactivate");
    expect(await inviteStaff(world.acting, { ...wanted, email })).toEqual({
      ok: false,
      reason: "deactivated",
    });
  });

  it("is sent once, whatever happens at the same moment", async () => {
    const sent = await Promise.all(Array.from({ length: 10 }, () => inviteStaff(world.acting, wanted)));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent.filter((one) => !one.ok && one.reason === "already_staff")).toHaveLength(9);
    expect(await mailedSecrets()).toHaveLength(1);
  });

  it("expires after 7 days; sent again, only the new link works", async () => {
    await inviteStaff(world.acting, wanted);
    const id = await invitedId();
    passTime(7 * DAY);
    const [first = ""] = await mailedSecrets();
    expect(await openToken(world.supplier.id, first)).toMatchObject({ reason: "expired" });
    const row = async () => (await listStaff(world.acting.viewer)).find((one) => one.id === id);
    expect(await row()).toMatchObject({ access: "expired", isStillInvited: true });
    world.acting = await actingAs(world.manager);
    expect(await changeStaff(world.acting, id, "invite_again")).toEqual({
      ok: true,
      name: "Inès Morel",
      email: EMAIL,
    });
    expect(await row()).toMatchObject({ access: "invited" });
    passTime(MINUTE);
    await changeStaff(world.acting, id, "invite_again");
    const [, second = "", third = ""] = await mailedSecrets();
    expect(await openToken(world.supplier.id, second)).toMatchObject({ reason: "used" });
    expect(await choose(world.supplier.id, third)).toMatchObject({ ok: true });
    expect(await changeStaff(world.acting, id, "invite_again")).toEqual({ ok: false, reason: "not_invited" });
  });

  it("is bounded: so many a day, and so many active people", async () => {
    const invite = (number: number) =>
      inviteStaff(world.acting, { ...wanted, email: `personne-${number}@loueur.example` });
    for (let number = 0; number < INVITATIONS_A_DAY; number += 1)
      expect(await invite(number)).toMatchObject({ ok: true });
    expect(await invite(INVITATIONS_A_DAY)).toEqual({ ok: false, reason: "too_many" });
    passTime(DAY);
    world.acting = await actingAs(world.manager);
    await asOwner(
      (sql) => sql`
        insert into users (id, identifier, role, supplier_id, created_at)
        select gen_random_uuid(), 'rempli-' || n, 'adviser', ${world.supplier.id}, now()
        from generate_series(1, ${MAX_STAFF - 2 - INVITATIONS_A_DAY}) as n`,
    );
    expect(await invite(INVITATIONS_A_DAY)).toEqual({ ok: false, reason: "too_many_staff" });
    await changeStaff(world.acting, world.adviser.userId, "deactivate");
    expect(await invite(INVITATIONS_A_DAY)).toMatchObject({ ok: true });
    expect(await changeStaff(world.acting, world.adviser.userId, "reactivate")).toEqual({
      ok: false,
      reason: "too_many_staff",
    });
  });
});

describe("an invitation from the command line", () => {
  const first = { supplier: "", role: "manager", email: EMAIL, name: "Inès Morel" } as const;

  it("makes a supplier's first manager, and is sent again until a password was chosen", async () => {
    const { id, slug } = await makeSupplier();
    const invite = () => inviteFromCommandLine({ ...first, supplier: slug });
    expect(await invite()).toEqual({ ok: true, identifier: EMAIL, isAgain: false });
    passTime(MINUTE);
    expect(await invite()).toEqual({ ok: true, identifier: EMAIL, isAgain: true });
    const [former = "", secret = ""] = await mailedSecrets();
    expect(await openToken(id, former)).toMatchObject({ reason: "used" });
    expect(await choose(id, secret)).toMatchObject({ ok: true });
    expect(await stateAfterPassword()).toBe("enrol");
    expect(await invite()).toEqual({ ok: false, reason: "already_staff" });
    expect((await staffEvents()).map((one) => ({ ...one }))).toEqual([
      { action: "staff_invited", actor_kind: "job", supplier_id: id },
      { action: "staff_invited_again", actor_kind: "job", supplier_id: id },
    ]);
  });

  it("makes an operator, who belongs to no supplier, and tells the others", async () => {
    const other = await addColleague("operator", null);
    expect(
      await inviteFromCommandLine({ ...first, supplier: null, role: "operator", name: "" }),
    ).toMatchObject({
      ok: true,
    });
    const [secret = ""] = await mailedSecrets();
    expect(await openToken(world.supplier.id, secret)).toMatchObject({ reason: "unknown" });
    expect(await choose(null, secret)).toMatchObject({ ok: true });
    expect(await stateAfterPassword()).toBe("enrol");
    expect(await toldChanges()).toEqual([`staff_invited ${other.email}`]);
  });

  it("is refused with the reason", async () => {
    const { slug } = world.supplier;
    const invite = (change: object) => inviteFromCommandLine({ ...first, supplier: slug, ...change });
    expect(await invite({ role: "operator" })).toEqual({ ok: false, reason: "role" });
    expect(await invite({ supplier: null })).toEqual({ ok: false, reason: "role" });
    expect(await invite({ supplier: "nobody" })).toEqual({ ok: false, reason: "unknown_supplier" });
    expect(await invite({ email: "ines" })).toEqual({ ok: false, reason: "email_invalid" });
    expect(await invite({ email: world.adviser.email })).toEqual({ ok: false, reason: "already_staff" });
    expect(await mailedSecrets()).toEqual([]);
  });
});
