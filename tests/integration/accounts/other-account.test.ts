import { beforeEach, describe, expect, it } from "vitest";
import { choosePassword } from "@/lib/recovery/choose-password";
import { openToken } from "@/lib/recovery/open-token";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeSupplier, PASSWORD, type TestSupplier } from "@/tests/support/world";
import { deposit, put } from "./account-request";

const OLD = "ancienne@perce-neige.example";
const NEW = "nouvelle@perce-neige.example";
let supplier: TestSupplier;

/** One person is notified at the same address for two accounts and has activated neither of them. */
beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  for (const number of ["C-1", "C-2"]) {
    await put(supplier, number, { companyName: `Perce-Neige ${number}`, email: OLD, preference: "link" });
    await deposit(supplier, number);
  }
});

interface Activation {
  secret: string;
  userId: string;
  identifier: string;
}

/** The first activation of this account. */
async function activationOf(customerNumber: string): Promise<Activation> {
  const [found] = await asOwner(
    (sql) => sql<{ id: string; userId: string; identifier: string }[]>`
      select tokens.id, users.id as "userId", users.identifier
      from tokens join users on users.id = tokens.user_id join accounts on accounts.id = users.account_id
      where tokens.purpose = 'activation' and accounts.customer_number = ${customerNumber}
      order by tokens.id`,
  );
  if (!found) throw new Error(`${customerNumber} was not activated`);
  return { ...found, secret: deriveToken("activation", found.id) };
}

/** The states of the activation mails to the old address, by account. */
const activationMails = () =>
  asOwner(
    (sql) => sql`
      select accounts.customer_number as account, mails.state
      from mails join accounts on accounts.id = mails.account_id
      where mails.kind = 'activation' and mails.recipient = ${OLD} order by accounts.customer_number`,
  );

async function addLink(customerNumber: string): Promise<void> {
  await asOwner(
    (sql) => sql`
      insert into link_capabilities (id, supplier_id, account_id, token_hash, created_at, expires_at)
      select gen_random_uuid(), supplier_id, id, sha256(customer_number::bytea), now(), now() + interval '3 months'
      from accounts where customer_number = ${customerNumber}`,
  );
}

const revokedLinks = () =>
  asOwner(
    (sql) => sql`
      select accounts.customer_number as account, link_capabilities.revoked_at is not null as is_revoked
      from link_capabilities join accounts on accounts.id = link_capabilities.account_id
      order by accounts.customer_number`,
  );

describe.each([
  ["is changed", { email: NEW, effective: "now" }],
  ["is removed", { email: null }],
])("when the address of one account of a person %s", (_, change) => {
  it("the activation link of the person's other account still works", async () => {
    const [changed, other] = [await activationOf("C-1"), await activationOf("C-2")];
    await put(supplier, "C-1", change);

    expect(await openToken(supplier.id, changed.secret)).toMatchObject({ ok: false, reason: "used" });
    expect(await openToken(supplier.id, other.secret)).toMatchObject({
      ok: true,
      token: { users: [{ userId: other.userId }] },
    });
    const choice = { secret: other.secret, userId: "all", password: PASSWORD, confirmation: PASSWORD };
    expect(await choosePassword({ supplierId: supplier.id, ...choice })).toMatchObject({
      ok: true,
      identifier: other.identifier,
    });
    expect(await tryToSignIn(other.identifier)).toMatchObject({ ok: true });
  });

  it("the mail that activates the other account is still sent", async () => {
    await put(supplier, "C-1", change);
    expect(await activationMails()).toEqual([
      { account: "C-1", state: "cancelled" },
      { account: "C-2", state: "queued" },
    ]);
  });

  it("the direct links of the other account still work", async () => {
    await addLink("C-1");
    await addLink("C-2");
    await put(supplier, "C-1", change);
    expect(await revokedLinks()).toEqual([
      { account: "C-1", is_revoked: true },
      { account: "C-2", is_revoked: false },
    ]);
  });

  it("a recovery link sent to the old address ends, because it reaches both accounts", async () => {
    await requestRecovery({
      supplier: { id: supplier.id, recoveryAnswer: "explicit" },
      email: OLD,
      address: "",
      locale: "fr",
    });
    const [recovery] = await asOwner(
      (sql) => sql<{ id: string }[]>`select id from tokens where purpose = 'recovery'`,
    );
    const secret = deriveToken("recovery", recovery?.id ?? "");
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: true });
    await put(supplier, "C-1", change);
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: false, reason: "used" });
  });
});
