import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { findOwnInvoice } from "@/lib/invoices/one/find-own-invoice";
import { switchAccount } from "@/lib/persons/switch-account";
import { forgetEntrySupplier } from "@/lib/sign-in/session/forget-entry-supplier";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { openSession } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, makeAccount, PASSWORD, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { resetToTwoAccounts, resumed, sessionOf, setProvenAddress } from "./person-world";

const ADDRESS = "camille@essai.example";
let suppliers: { first: TestSupplier; second: TestSupplier };
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let firstIdentifier: string;

beforeEach(async () => {
  ({ suppliers, firstAccount, secondAccount } = await resetToTwoAccounts());
  firstIdentifier = firstAccount.identifiers.administrator;
  await setProvenAddress(firstIdentifier, ADDRESS);
  await setProvenAddress(secondAccount.identifiers.administrator, ADDRESS);
});

const signInAt = async (slug: string, identifier = firstIdentifier) =>
  resumed(await openSession(identifier, PASSWORD, slug));

describe("the entry supplier of a session", () => {
  it("is kept only if the identifier belongs to another supplier", async () => {
    expect((await signInAt(suppliers.second.slug)).entrySupplier).toEqual({
      slug: suppliers.second.slug,
      name: "Loueur Essai",
    });
    for (const own of [suppliers.first.slug, "nobody", ""])
      expect((await signInAt(own)).entrySupplier, own).toBeNull();
  });

  it("is forgotten when the person stays or switches, in this session only", async () => {
    const [staying, leaving] = [await signInAt(suppliers.second.slug), await signInAt(suppliers.second.slug)];
    await forgetEntrySupplier(staying);
    expect((await resumed(staying.id)).entrySupplier).toBeNull();
    expect((await resumed(leaving.id)).entrySupplier).not.toBeNull();
    const result = await switchAccount(leaving, secondAccount.administrator.userId, {
      address: "",
      userAgent: "",
    });
    expect(result.ok && (await resumed(result.sessionId)).entrySupplier).toBeNull();
  });
});

describe("an invoice of another account of the person", () => {
  const invoiceOf = async (supplier: TestSupplier, account: TestAccount) =>
    (await fillAccount(supplier, account, ["2026-11-02"]))[0] ?? "";

  it("is found in its account", async () => {
    const id = await invoiceOf(suppliers.second, secondAccount);
    expect(await findOwnInvoice(await sessionOf(firstIdentifier), id)).toMatchObject({
      account: { viewer: secondAccount.administrator, identifier: secondAccount.identifiers.administrator },
      invoice: { id, issuedOn: "2026-11-02" },
    });
  });

  it("is not found if it is in the current account, of a stranger, withdrawn, unknown or no id", async () => {
    const session = await sessionOf(firstIdentifier);
    const stranger = await makeAccount(suppliers.second);
    expect(await findOwnInvoice(session, await invoiceOf(suppliers.first, firstAccount))).toBeNull();
    expect(await findOwnInvoice(session, await invoiceOf(suppliers.second, stranger))).toBeNull();
    expect(await findOwnInvoice(session, randomUUID())).toBeNull();
    expect(await findOwnInvoice(session, "' or true")).toBeNull();
    const id = await invoiceOf(suppliers.second, secondAccount);
    await asOwner(
      (sql) => sql`update invoices set state = 'withdrawn', withdrawn_at = now() where id = ${id}`,
    );
    expect(await findOwnInvoice(session, id)).toBeNull();
  });
});
