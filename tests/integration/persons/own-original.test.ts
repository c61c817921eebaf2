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
import { resetToTwoAccounts, resumed, sessionOf, setProvenAddress } from "./person-world";

const ADDRESS = "camille@essai.example";
let suppliers: { first: TestSupplier; second: TestSupplier };
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let firstIdentifier: string;
let secondIdentifier: string;
let secondInvoice: StoredInvoice;

beforeEach(async () => {
  ({ suppliers, firstAccount, secondAccount } = await resetToTwoAccounts());
  firstIdentifier = firstAccount.identifiers.administrator;
  secondIdentifier = secondAccount.identifiers.member;
  secondInvoice = await stored(suppliers.second, secondAccount);
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

const setSameProvenAddress = async () => {
  await setProvenAddress(firstIdentifier, ADDRESS);
  await setProvenAddress(secondIdentifier, ADDRESS);
};

describe("the original of an invoice of another of the person's accounts", () => {
  it("is the deposited file, read and recorded as that account's own user, and gives no other access", async () => {
    await setSameProvenAddress();
    const session = await sessionOf(firstIdentifier);
    expect(await bytes(session, secondInvoice.id)).toEqual(secondInvoice.bytes);
    const found = await openOwnOriginal(session, secondInvoice.id);
    expect(found?.viewer).toEqual(secondAccount.member);
    await recordDownloads(secondAccount.member, [secondInvoice.id]);
    const readings = await asOwner((sql) => sql`select user_id, account_id from invoice_readings`);
    expect(readings.map((row) => ({ ...row }))).toEqual([
      { user_id: secondAccount.member.userId, account_id: secondAccount.id },
    ]);
    expect((await resumed(session.id)).viewer).toEqual(firstAccount.administrator);
    const own = await stored(suppliers.first, firstAccount);
    expect((await openOwnOriginal(session, own.id))?.viewer).toEqual(firstAccount.administrator);
  });

  it("is downloaded in the same way when the session started at another supplier", async () => {
    await setSameProvenAddress();
    const session = await resumed(await openSession(firstIdentifier, PASSWORD, suppliers.second.slug));
    expect(session.entrySupplier).not.toBeNull();
    expect(await bytes(session, secondInvoice.id)).toEqual(secondInvoice.bytes);
  });

  it("is not found for users without that account, even at the same supplier", async () => {
    const session = await sessionOf(firstIdentifier);
    expect(await openOwnOriginal(session, secondInvoice.id)).toBeNull();
    await setSameProvenAddress();
    const stranger = await makeAccount(suppliers.second);
    const strangers = await stored(suppliers.second, stranger);
    for (const id of [strangers.id, randomUUID(), "' or true"])
      expect(await openOwnOriginal(session, id), id).toBeNull();
    await withdraw(secondInvoice.id);
    expect(await openOwnOriginal(session, secondInvoice.id)).toBeNull();
  });

  it.each<[string, () => Promise<unknown>]>([
    ["its user is disabled", () => changeUser(secondIdentifier, { status: "disabled" })],
    [
      "its user must replace a default password",
      () => changeUser(secondIdentifier, { must_change_password: true }),
    ],
    ["its user's address is another", () => changeUser(secondIdentifier, { email: "autre@essai.example" })],
    [
      "its account is closed",
      () => asOwner((sql) => sql`update accounts set state = 'closed' where id = ${secondAccount.id}`),
    ],
    ["the current user is disabled", () => changeUser(firstIdentifier, { status: "disabled" })],
  ])("is not found once %s", async (_when, happens) => {
    await setSameProvenAddress();
    const session = await sessionOf(firstIdentifier);
    expect(await openOwnOriginal(session, secondInvoice.id)).not.toBeNull();
    await happens();
    expect(await openOwnOriginal(session, secondInvoice.id)).toBeNull();
  });

  it.each<[string, (session: Awaited<ReturnType<typeof sessionOf>>) => Promise<unknown>]>([
    ["is detached", (session) => detachIdentifier(session, secondAccount.member.userId)],
    [
      "has another password",
      async () =>
        changePassword(await sessionOf(secondIdentifier), {
          current: PASSWORD,
          password: "Encre-Violette-8",
          confirmation: "Encre-Violette-8",
        }),
    ],
    ["is used in a session that has ended", (session) => signOut(session)],
  ])("is not found once an attached identifier %s", async (_when, happens) => {
    const session = await sessionOf(firstIdentifier);
    await attachIdentifier(session, { identifier: secondIdentifier, password: PASSWORD, address: "" });
    expect(await openOwnOriginal(session, secondInvoice.id)).not.toBeNull();
    await happens(session);
    expect(await openOwnOriginal(session, secondInvoice.id)).toBeNull();
  });
});
