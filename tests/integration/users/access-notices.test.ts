import { beforeEach, describe, expect, it } from "vitest";
import { addSeveralUsers } from "@/lib/users/add-several-users";
import { editUser } from "@/lib/users/edit-user";
import { resetUserPassword } from "@/lib/users/reset-user-password";
import { setUserRole } from "@/lib/users/set-user-role";
import { setProvenAddress } from "@/tests/integration/persons/person-world";
import { changeUser } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner } from "@/tests/support/world";
import { type AdministrationWorld, makeAdministrationWorld } from "./administration-world";

const ADMINISTRATOR = "camille@ici.example";
const MEMBER = "noe@ici.example";
let world: AdministrationWorld;
let memberId: string;

beforeEach(async () => {
  world = await makeAdministrationWorld();
  memberId = world.account.member.userId;
  await setProvenAddress(world.account.identifiers.administrator, ADMINISTRATOR);
});

const notices = () =>
  asOwner(
    (sql) => sql`
      select recipient, props->>'change' as change, props->'isYours' as yours, props->>'identifier' as identifier,
        props->'by'->>'name' as by
      from mails where kind = 'access_changed' order by recipient`,
  ).then((rows) => rows.map((row) => ({ ...row })));

describe("the mails about a changed access", () => {
  it("go to every administrator and to the user concerned, at the address recorded before", async () => {
    const { member } = world.account.identifiers;
    await setProvenAddress(member, MEMBER);
    await editUser(world.acting, memberId, { name: "Noé", email: "ailleurs@ici.example" });
    const common = { change: "address_changed", identifier: member, by: "Camille Lorme" };
    expect(await notices()).toEqual([
      { recipient: ADMINISTRATOR, yours: false, ...common },
      { recipient: MEMBER, yours: true, ...common },
    ]);
  });

  it("name no other person to an address that is not proven", async () => {
    const { administrator, member } = world.account.identifiers;
    await changeUser(member, { email: MEMBER });
    await asOwner(
      (sql) => sql`update users set email_verified_at = null where identifier = ${administrator}`,
    );
    await setUserRole(world.acting, memberId, "administrator");
    const change = "administrator_named";
    expect(await notices()).toEqual([
      { recipient: ADMINISTRATOR, change, yours: false, identifier: null, by: "Camille Lorme" },
      { recipient: MEMBER, change, yours: true, identifier: member, by: null },
    ]);
  });

  it("are not sent to a user who gets an invitation", async () => {
    await setProvenAddress(world.account.identifiers.member, MEMBER);
    await resetUserPassword(world.acting, memberId, { kind: "invitation" });
    expect((await notices()).map(({ recipient }) => recipient)).toEqual([ADMINISTRATOR]);
    const invited = await asOwner((sql) => sql`select recipient from mails where kind = 'invitation'`);
    expect(invited).toMatchObject([{ recipient: MEMBER }]);
  });

  it("are sent once for a pasted list, and once for a change that is sent ten times at once", async () => {
    await addSeveralUsers(world.acting, "a@ici.example\nb@ici.example", "default_password", "fr");
    expect(await notices()).toMatchObject([
      { recipient: ADMINISTRATOR, change: "users_added", identifier: null },
    ]);
    await Promise.all(Array.from({ length: 10 }, () => setUserRole(world.acting, memberId, "administrator")));
    expect((await notices()).map(({ change }) => change).sort()).toEqual([
      "administrator_named",
      "users_added",
    ]);
  });
});
