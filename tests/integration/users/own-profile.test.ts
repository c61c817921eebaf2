import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { saveFilter } from "@/lib/invoices/saved-filters/save-filter";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { switchAccount } from "@/lib/persons/switch-account";
import { listRequestsOfKinds } from "@/lib/requests/list-requests-of-kinds";
import { recordRequest } from "@/lib/requests/record-request";
import { type CustomerSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { exportOwnData } from "@/lib/users/export-own-data";
import { getOwnProfile } from "@/lib/users/get-own-profile";
import { setDisplay } from "@/lib/users/set-display";
import { setLocale } from "@/lib/users/set-locale";
import { setName } from "@/lib/users/set-name";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { NAUGHTY_NAMES } from "@/tests/unit/http/naughty-names";
import { rows } from "../accounts/account-request";
import { DAY, openSession, passTime } from "../sign-in/sign-in-world";

const EMAIL = "membre@essai.example";
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
  await asOwner((sql) => sql`update users set email = ${EMAIL} where id = ${account.member.userId}`);
});

async function signedIn(identifier = account.identifiers.member): Promise<CustomerSession> {
  const session = await resumeSession(await openSession(identifier));
  if (!session || !isCustomerSession(session)) throw new Error("No session.");
  return session;
}

const nameOf = async (userId: string) => (await rows("users")).find(({ id }) => id === userId)?.name;

describe("the own name of a user", () => {
  it("is saved with single spaces, with one event for any number of equal requests", async () => {
    await Promise.all(Array.from({ length: 20 }, () => setName(account.member, "  Noé \n Baltard ")));
    expect(await nameOf(account.member.userId)).toBe("Noé Baltard");
    expect((await rows("audit_events")).map(({ action }) => action)).toEqual(["name_changed"]);
    expect(await nameOf(account.administrator.userId)).toBe("administrator");
  });

  it("may be any text on one line without a link or address; otherwise it is refused", async () => {
    for (const naughty of NAUGHTY_NAMES) {
      await setName(account.member, naughty);
      expect(await nameOf(account.member.userId)).toMatch(/^(?!.*(@|:\/\/))[^\p{C}\p{Zl}\p{Zp}]{0,200}$/u);
    }
  });

  it.each([
    "Camille, appelez https://malin.example",
    "camille@malin.example",
    "Voir WWW.malin.example",
    "ｈｔｔｐｓ：／／malin.example",
    "é".repeat(81),
  ])("is refused and not shortened if it is not a valid name: %s", async (typed) => {
    expect(await setName(account.member, typed)).toEqual({ ok: false, reason: "name_invalid" });
    expect(await nameOf(account.member.userId)).toBe("member");
  });

  it("and other own settings can change 500 times a day, to limit the journal", async () => {
    const { userId } = account.member;
    await asOwner(
      (sql) => sql`insert into throttle_counters
        values ('changes', sha256(${userId}::text::bytea), 500, ${now()}, ${now()})`,
    );
    const session = await signedIn();
    const refused = { ok: false, reason: "too_often" };
    expect(await setName(account.member, "Noé")).toEqual(refused);
    expect(await setDisplay(account.member, { months: 6 })).toEqual(refused);
    expect(await saveFilter(account.member, { name: "Octobre", query: "" })).toEqual(refused);
    expect(
      await switchAccount(session, account.administrator.userId, { address: "", userAgent: "" }),
    ).toEqual(refused);
    const typed = { identifier: account.identifiers.administrator, password: PASSWORD, address: "" };
    expect(await attachIdentifier(session, typed)).toMatchObject({ reason: "too_many" });
    await setLocale(account.member, "en");
    expect((await rows("audit_events")).map(({ action }) => action)).toEqual(["signed_in"]);
    expect(await setName(account.administrator, "Elsa")).toEqual({ ok: true });
    passTime(DAY);
    expect(await setName(account.member, "Noé")).toEqual({ ok: true });
  });
});

describe("the own profile of a user", () => {
  it("shows the user, how the account is notified and problems of its address", async () => {
    const { supplierId } = account.member;
    await asOwner(async (sql) => {
      await sql`update accounts set email = 'compta@essai.example', email_source = 'api', adviser_name = 'Elsa'`;
      await sql`insert into mail_addresses values (${supplierId}, 'compta@essai.example', 'bounced', 'test', now())`;
    });
    expect(await getOwnProfile(account.member)).toMatchObject({
      identifier: account.identifiers.member,
      email: EMAIL,
      emailVerifiedAt: null,
      customerNumber: account.customerNumber,
      notificationEmail: "compta@essai.example",
      preference: "digest",
      addressState: "bounced",
      adviser: { name: "Elsa", email: null, phone: null },
    });
  });
});

describe("the requests of an account", () => {
  it("are those of all its users, open ones first, and of no other account", async () => {
    const duplicate = (number: string) => ({
      kind: "duplicate" as const,
      number,
      issuedOn: null,
      message: "",
    });
    await recordRequest(account.administrator, duplicate("F-1"));
    await asOwner((sql) => sql`update customer_requests set state = 'declined', closed_at = now()`);
    await recordRequest(account.member, duplicate("F-2"));
    await recordRequest(account.administrator, duplicate("F-3"));
    const seen = await listRequestsOfKinds(account.member, ["duplicate"]);
    expect(seen.map(({ asked, state }) => `${asked.document?.number} ${state}`)).toEqual([
      "F-3 open",
      "F-2 open",
      "F-1 declined",
    ]);
    expect(seen[1]).toMatchObject({ askedBy: `${account.identifiers.member} (member)` });
    const other = await makeAccount(await makeSupplier());
    expect(await listRequestsOfKinds(other.member, ["duplicate"])).toEqual([]);
  });
});

describe("the export of the own data of a user", () => {
  it("contains the data about the person, no secret and no data of others", async () => {
    const session = await signedIn();
    await signedIn(account.identifiers.administrator);
    await setName(account.member, "Noé");
    await recordRequest(account.member, {
      kind: "duplicate",
      number: "F-9",
      issuedOn: null,
      message: "Merci",
    });
    await recordRequest(account.administrator, {
      kind: "duplicate",
      number: "F-8",
      issuedOn: null,
      message: "",
    });
    await asOwner(
      (sql) => sql`
        insert into saved_filters (id, supplier_id, account_id, user_id, name, query, created_at)
        values (gen_random_uuid(), ${account.member.supplierId}, ${account.id}, ${account.member.userId}, 'Avoirs',
          'type=credit_note', now())`,
    );
    const exported = await exportOwnData(session);
    expect(exported).toMatchObject({
      user: { identifier: account.identifiers.member, name: "Noé", email: EMAIL, role: "member" },
      account: { customerNumber: account.customerNumber },
      sessions: [{ userAgent: "test", endedAt: null }],
      savedFilters: [{ name: "Avoirs", query: "type=credit_note" }],
      requests: [{ kind: "duplicate", message: "Merci", state: "open" }],
      mails: [{ kind: "request_received", recipient: EMAIL }],
    });
    expect(exported.journal.map(({ action }) => action).sort()).toEqual([
      "name_changed",
      "request_made",
      "signed_in",
    ]);
    const text = JSON.stringify(exported);
    const [user] = (await rows("users")).filter(({ id }) => id === account.member.userId);
    for (const secret of [
      user?.password_hash,
      session.id,
      "argon2",
      "stamp",
      account.identifiers.administrator,
      "F-8",
    ])
      expect(text).not.toContain(secret);
  });
});
