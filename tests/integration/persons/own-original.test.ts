import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { openOwnOriginal } from "@/lib/invoices/one/open-own-original";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { detachIdentifier } from "@/lib/persons/detach-identifier";
import { signOut } from "@/lib/sign-in/sign-out";
import { changePassword } from "@/lib/users/change-password";
import { type StoredInvoice, storeInvoices, withdraw } from "@/tests/integration/exports/pack-world";
import { changeUser, openSession } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, makeAccount, PASSWORD, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { prove, resetToTwoAccounts, resumed, sessionOf } from "./person-world";

const ADDRESS = "camille@essai.example";
let suppliers: { here: TestSupplier; there: TestSupplier };
let here: TestAccount;
let there: TestAccount;
let mine: string;
let other: string;
let theirs: StoredInvoice;

beforeEach(async () => {
  ({ suppliers, here, there } = await resetToTwoAccounts());
  mine = here.identifiers.administrator;
  other = there.identifiers.member;
  theirs = await stored(suppliers.there, there);
});

async function stored(supplier: TestSupplier, account: TestAccount): Promise<StoredInvoice> {
  const [invoice] = await storeInvoices(supplier, account, [{}]);
  if (!invoice) throw new Error("nothing stored");
  return invoice;
}

async function bytes(session: Parameters<typeof openOwnOriginal>[0], id: string): Promise<Buffer | null> {
  const found = await openOwnOriginal(session, id);
  return found && Buffer.from(await new Response(await found.original.read()).arrayBuffer());
}

const proveBoth = async () => {
  await prove(mine, ADDRESS);
  await prove(other, ADDRESS);
};

describe("the original of an invoice of another of the person's accounts", () => {
  it("is the deposited file, read and recorded as that account's own user, and gives no other access", async () => {
    await proveBoth();
    const session = await sessionOf(mine);
    expect(await bytes(session, theirs.id)).toEqual(theirs.bytes);
    const found = await openOwnOriginal(session, theirs.id);
    expect(found?.viewer).toEqual(there.member);
    await recordDownloads(there.member, [theirs.id]);
    const readings = await asOwner((sql) => sql`select user_id, account_id from invoice_readings`);
    expect(readings.map((row) => ({ ...row }))).toEqual([
      { user_id: there.member.userId, account_id: there.id },
    ]);
    expect((await resumed(session.id)).viewer).toEqual(here.administrator);
    const own = await stored(suppliers.here, here);
    expect((await openOwnOriginal(session, own.id))?.viewer).toEqual(here.administrator);
  });

  it("is downloaded in the same way when the session started at another supplier", async () => {
    await proveBoth();
    const session = await resumed(await openSession(mine, PASSWORD, suppliers.there.slug));
    expect(session.entrySupplier).not.toBeNull();
    expect(await bytes(session, theirs.id)).toEqual(theirs.bytes);
  });

  it("is not found for users without that account, even at the same supplier", async () => {
    const session = await sessionOf(mine);
    expect(await openOwnOriginal(session, theirs.id)).toBeNull();
    await proveBoth();
    const stranger = await makeAccount(suppliers.there);
    const strangers = await stored(suppliers.there, stranger);
    for (const id of [strangers.id, randomUUID(), "' or true"])
      expect(await openOwnOriginal(session, id), id).toBeNull();
    await withdraw(theirs.id);
    expect(await openOwnOriginal(session, theirs.id)).toBeNull();
  });

  it.each<[string, () => Promise<unknown>]>([
    ["its user is disabled", () => changeUser(other, { status: "disabled" })],
    ["its user must replace a default password", () => changeUser(other, { must_change_password: true })],
    ["its user's address is another", () => changeUser(other, { email: "autre@essai.example" })],
    [
      "its account is closed",
      () => asOwner((sql) => sql`update accounts set state = 'closed' where id = ${there.id}`),
    ],
    ["the current user is disabled", () => changeUser(mine, { status: "disabled" })],
  ])("is not found once %s", async (_when, happens) => {
    await proveBoth();
    const session = await sessionOf(mine);
    expect(await openOwnOriginal(session, theirs.id)).not.toBeNull();
    await happens();
    expect(await openOwnOriginal(session, theirs.id)).toBeNull();
  });

  it.each<[string, (session: Awaited<ReturnType<typeof sessionOf>>) => Promise<unknown>]>([
    ["is detached", (session) => detachIdentifier(session, there.member.userId)],
    [
      "has another password",
      async () =>
        changePassword(await sessionOf(other), {
          current: PASSWORD,
          password: "Encre-Violette-8",
          confirmation: "Encre-Violette-8",
        }),
    ],
    ["is used in a session that has ended", (session) => signOut(session)],
  ])("is not found once an attached identifier %s", async (_when, happens) => {
    const session = await sessionOf(mine);
    await attachIdentifier(session, { identifier: other, password: PASSWORD, address: "" });
    expect(await openOwnOriginal(session, theirs.id)).not.toBeNull();
    await happens(session);
    expect(await openOwnOriginal(session, theirs.id)).toBeNull();
  });
});
