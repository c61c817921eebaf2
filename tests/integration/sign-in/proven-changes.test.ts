import { beforeEach, describe, expect, it } from "vitest";
import { attachByLink } from "@/lib/persons/attach-by-link";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { detachIdentifier } from "@/lib/persons/detach-identifier";
import { endEverything } from "@/lib/persons/end-everything";
import { requestAttachment } from "@/lib/persons/request-attachment";
import { checkFreshProof } from "@/lib/sign-in/fresh-proof";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { FRESH_PROOF_MINUTES } from "@/lib/tokens/life-spans";
import type { ActingAdministrator } from "@/lib/users/acting-administrator";
import { addSeveralUsers } from "@/lib/users/add-several-users";
import { addUser } from "@/lib/users/add-user";
import { editUser } from "@/lib/users/edit-user";
import { resetUserPassword } from "@/lib/users/reset-user-password";
import { setUserRole } from "@/lib/users/set-user-role";
import { setUserStatus } from "@/lib/users/set-user-status";
import { links } from "@/tests/integration/persons/attachment-world";
import { sessionOf, setProvenAddress } from "@/tests/integration/persons/person-world";
import { asAdministrator } from "@/tests/integration/users/administration-world";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { changeUser, MINUTE, passTime } from "./sign-in-world";

/*
 * Every operation that gives or changes access (T29). Without fresh proof it changes nothing. With fresh proof it makes
 * one change, writes one event to the journal and sends one mail to each address that was recorded before. A second
 * call changes nothing more.
 */
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let session: CustomerSession;
let acting: ActingAdministrator;

beforeEach(async () => {
  await testDatabase().reset();
  firstAccount = await makeAccount(await makeSupplier());
  secondAccount = await makeAccount(await makeSupplier());
  await setProvenAddress(firstAccount.identifiers.administrator, "administrateur@ici.example");
  await setProvenAddress(firstAccount.identifiers.member, "membre@ici.example");
  await setProvenAddress(secondAccount.identifiers.administrator, "administrateur@ailleurs.example");
  session = await sessionOf(firstAccount.identifiers.administrator);
  acting = {
    viewer: asAdministrator(firstAccount.administrator),
    sessionId: session.id,
    identifier: session.identifier,
    ...{ name: "Camille Lorme", companyName: "Transports Perce-Neige SAS" },
  };
});

interface Change {
  /** Makes what the operation needs. */
  prepare?: () => Promise<unknown>;
  run: () => Promise<{ ok: boolean }>;
  action: string;
  mailsTo: string[];
  /** Whether a second call makes the change again: another first password, or another user for a taken address. */
  isRepeatable?: boolean;
}

const ADMINISTRATOR = "administrateur@ici.example";
const MEMBER = "membre@ici.example";
const OTHER = "administrateur@ailleurs.example";
const DEFAULT_PASSWORD = { kind: "default_password", password: "Givre-Tulipe-Canard-58" } as const;

const memberId = () => firstAccount.member.userId;
const attachBoth = () =>
  asOwner(
    (sql) => sql`
      update users set person_id = ${secondAccount.administrator.userId}
      where id in (${firstAccount.administrator.userId}, ${secondAccount.administrator.userId})`,
  );

const CHANGES: Record<string, Change> = {
  "attaching by password": {
    run: () =>
      attachIdentifier(session, {
        identifier: secondAccount.identifiers.administrator,
        ...{ password: PASSWORD, address: "" },
      }),
    action: "identifier_attached",
    mailsTo: [OTHER, ADMINISTRATOR],
  },
  "attaching by a mailed link": {
    prepare: () => requestAttachment(session, secondAccount.identifiers.administrator),
    run: async () => attachByLink(session, (await links())[0] ?? ""),
    action: "identifier_attached",
    mailsTo: [OTHER, ADMINISTRATOR],
  },
  detaching: {
    prepare: attachBoth,
    run: () => detachIdentifier(session, secondAccount.administrator.userId),
    action: "identifier_detached",
    mailsTo: [OTHER, ADMINISTRATOR],
  },
  "detaching everything": {
    prepare: attachBoth,
    run: () => endEverything(session),
    action: "identifier_detached",
    mailsTo: [OTHER, ADMINISTRATOR],
  },
  "changing one's own address": {
    run: () =>
      editUser(acting, firstAccount.administrator.userId, { name: "Camille", email: "nouvelle@ici.example" }),
    action: "user_changed",
    mailsTo: [ADMINISTRATOR],
  },
  "changing a colleague's address": {
    run: () => editUser(acting, memberId(), { name: "Noé", email: "" }),
    action: "user_changed",
    mailsTo: [ADMINISTRATOR, MEMBER],
  },
  "naming an administrator": {
    run: () => setUserRole(acting, memberId(), "administrator"),
    action: "administrator_named",
    mailsTo: [ADMINISTRATOR, MEMBER],
  },
  "enabling a user again": {
    prepare: () => changeUser(firstAccount.identifiers.member, { status: "disabled" }),
    run: () => setUserStatus(acting, memberId(), "active"),
    action: "user_reactivated",
    mailsTo: [ADMINISTRATOR, MEMBER],
  },
  "adding a user": {
    run: () =>
      addUser(acting, {
        ...{ name: "Lila Montferrand", identifier: "lila", email: "lila@ici.example", locale: "fr" },
        access: DEFAULT_PASSWORD,
      }),
    action: "user_added",
    mailsTo: [ADMINISTRATOR],
  },
  "adding several users": {
    run: () => addSeveralUsers(acting, "lila@ici.example", "default_password", "fr"),
    action: "user_added",
    mailsTo: [ADMINISTRATOR],
    isRepeatable: true,
  },
  "giving a password": {
    run: () => resetUserPassword(acting, memberId(), DEFAULT_PASSWORD),
    action: "user_password_reset",
    mailsTo: [ADMINISTRATOR, MEMBER],
    isRepeatable: true,
  },
};

/** Users, mails that tell of a change, links, and the lines of the journal. */
async function state() {
  const rows = await asOwner((sql) =>
    Promise.all([
      sql`select id, email, role, status, password_hash, person_id, stamp from users order by id`,
      sql`select kind, recipient from mails where kind like '%changed' order by recipient`,
      sql`select action from audit_events where action <> 'signed_in' order by id`,
      sql`select id, consumed_at from tokens order by id`,
    ]),
  );
  const [, mails, events] = rows;
  return {
    text: JSON.stringify(rows),
    mailsTo: mails.map(({ recipient }) => String(recipient)),
    events: events.map(({ action }) => String(action)),
  };
}

describe("only with fresh proof, with mails, and once:", () => {
  it.each(Object.entries(CHANGES))("%s", async (_name, { prepare, run, action, mailsTo, isRepeatable }) => {
    await prepare?.();
    const before = await state();
    passTime(FRESH_PROOF_MINUTES * MINUTE);
    expect(await run()).toMatchObject({ ok: false, reason: "proof_needed", identifier: session.identifier });
    await checkFreshProof(session, { secret: "Faux-Papier-9", address: "" });
    expect(await run()).toMatchObject({ ok: false, reason: "proof_needed" });
    expect((await state()).text).toBe(before.text);

    expect(await checkFreshProof(session, { secret: PASSWORD, address: "" })).toEqual({ ok: true });
    expect(await run()).toMatchObject({ ok: true });
    const after = await state();
    expect(after.text).not.toBe(before.text);
    expect(after.mailsTo).toEqual([...mailsTo].sort());
    expect([...after.events].sort()).toEqual([...before.events, action].sort());
    if (isRepeatable) return;
    await run();
    expect((await state()).text).toBe(after.text);
  });
});

describe("without fresh proof", () => {
  beforeEach(() => passTime(FRESH_PROOF_MINUTES * MINUTE));

  it("changes that give nobody access need no fresh proof: a name, a demotion, an end of access, the end of other sessions", async () => {
    await changeUser(firstAccount.identifiers.member, { role: "administrator" });
    const name = { name: "Noé Vasseur", email: MEMBER };
    expect(await editUser(acting, memberId(), name)).toMatchObject({ ok: true });
    expect(await setUserRole(acting, memberId(), "member")).toMatchObject({ ok: true });
    expect(await setUserStatus(acting, memberId(), "disabled")).toMatchObject({ ok: true });
    expect((await state()).mailsTo).toEqual([]);
  });

  it("a pasted list adds nobody", async () => {
    const before = await state();
    const added = await addSeveralUsers(acting, "a@ici.example\nb@ici.example", "invitation", "fr");
    expect(added).toMatchObject({ ok: false, reason: "proof_needed" });
    expect((await state()).text).toBe(before.text);
  });
});
