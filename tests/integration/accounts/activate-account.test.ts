import { beforeEach, expect, it } from "vitest";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { testDatabase } from "@/tests/support/database";
import { invoiceFile } from "@/tests/support/invoice-file";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

let supplier: TestSupplier;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
});

async function makeAccountWithEmail(email: string | null, at = supplier): Promise<TestAccount> {
  const account = await makeAccount(at);
  await asOwner(async (sql) => {
    await sql`delete from users where account_id = ${account.id}`;
    await sql`update accounts set email = ${email}, email_source = 'api' where id = ${account.id}`;
  });
  return account;
}

let count = 0;
const deposit = (account: TestAccount, by = supplier) =>
  depositInvoice(
    by.keyViewer,
    invoiceFile({ customerNumber: account.customerNumber, number: `A-${(count += 1)}` }),
    {},
    { dryRun: false },
  );

const usersOf = (account: TestAccount) =>
  asOwner(
    (sql) =>
      sql`select identifier, email, role, email_verified_at, password_hash from users where account_id = ${account.id}`,
  );
const mails = () => asOwner((sql) => sql`select kind, recipient, props, state from mails order by id`);

it("the activation mail is sent once, with the first deposit after an address is known", async () => {
  const account = await makeAccountWithEmail("compta@essai.example");
  await deposit(account);
  await deposit(account);
  expect((await usersOf(account)).map((row) => ({ ...row }))).toEqual([
    {
      identifier: "compta@essai.example",
      email: "compta@essai.example",
      role: "administrator",
      email_verified_at: null,
      password_hash: null,
    },
  ]);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ kind: "activation", recipient: "compta@essai.example", state: "queued" });
  expect(mail?.props.account.identifier).toBe("compta@essai.example");
});

it("an activation stores no secret: neither the row of the mail nor that of the token can open the link", async () => {
  await deposit(await makeAccountWithEmail("compta@essai.example"));
  const [token] = await asOwner((sql) => sql`select id, purpose, expires_at, token_hash from tokens`);
  expect(token?.purpose).toBe("activation");
  const { deriveToken } = await import("@/lib/tokens/mailed-token");
  const secret = deriveToken("activation", token?.id);
  expect(JSON.stringify(await mails())).not.toContain(secret);
});

it("an activation makes one user and one mail when twenty first deposits arrive at the same time", async () => {
  const account = await makeAccountWithEmail("compta@essai.example");
  await Promise.all(Array.from({ length: 20 }, () => deposit(account)));
  expect(await usersOf(account)).toHaveLength(1);
  expect(await mails()).toHaveLength(1);
});

it("an activation assigns a short identifier without similar characters when the address is already an identifier", async () => {
  const first = await makeAccountWithEmail("compta@essai.example");
  await deposit(first);
  const elsewhere = await makeSupplier();
  const second = await makeAccountWithEmail("compta@essai.example", elsewhere);
  await deposit(second, elsewhere);
  const [user] = await usersOf(second);
  expect(user?.identifier).toMatch(/^[2-9bcdfghjkmnpqrstvwxz]{4}-[2-9bcdfghjkmnpqrstvwxz]{4}$/);
  expect(user?.email).toBe("compta@essai.example");
});

it("an activation gives the address as identifier to one of several suppliers that activate it at the same time", async () => {
  const others = await Promise.all(Array.from({ length: 6 }, () => makeSupplier()));
  const accounts = await Promise.all(others.map((one) => makeAccountWithEmail("compta@essai.example", one)));
  await Promise.all(accounts.map((account, index) => deposit(account, others[index])));
  const identifiers = (await Promise.all(accounts.map(usersOf))).flat().map((row) => row.identifier);
  expect(new Set(identifiers).size).toBe(6);
  expect(identifiers.filter((identifier) => identifier === "compta@essai.example")).toHaveLength(1);
});

it("the activation mail is not sent without an address, nor to an account on paper", async () => {
  await deposit(await makeAccountWithEmail(null));
  const paper = await makeAccountWithEmail("papier@essai.example");
  await asOwner((sql) => sql`update accounts set channel = 'paper' where id = ${paper.id}`);
  await deposit(paper);
  expect(await mails()).toEqual([]);
});
