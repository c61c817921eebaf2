import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { findOwnInvoice } from "@/lib/invoices/one/find-own-invoice";
import { switchAccount } from "@/lib/persons/switch-account";
import { forgetEntrySupplier } from "@/lib/sign-in/session/forget-entry-supplier";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { openSession } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, makeAccount, PASSWORD, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { prove, resetToTwoAccounts, resumed, sessionOf } from "./person-world";

const ADDRESS = "camille@essai.example";
let suppliers: { here: TestSupplier; there: TestSupplier };
let here: TestAccount;
let there: TestAccount;
let mine: string;

beforeEach(async () => {
  ({ suppliers, here, there } = await resetToTwoAccounts());
  mine = here.identifiers.administrator;
  await prove(mine, ADDRESS);
  await prove(there.identifiers.administrator, ADDRESS);
});

const signInAt = async (slug: string, identifier = mine) =>
  resumed(await openSession(identifier, PASSWORD, slug));

describe("the entry supplier of a session", () => {
  it("is kept only if the identifier belongs to another supplier", async () => {
    expect((await signInAt(suppliers.there.slug)).entrySupplier).toEqual({
      slug: suppliers.there.slug,
      name: "Loueur Essai",
    });
    for (const own of [suppliers.here.slug, "nobody", ""])
      expect((await signInAt(own)).entrySupplier, own).toBeNull();
  });

  it("is forgotten when the person stays or switches, in this session only", async () => {
    const [staying, leaving] = [await signInAt(suppliers.there.slug), await signInAt(suppliers.there.slug)];
    await forgetEntrySupplier(staying);
    expect((await resumed(staying.id)).entrySupplier).toBeNull();
    expect((await resumed(leaving.id)).entrySupplier).not.toBeNull();
    const result = await switchAccount(leaving, there.administrator.userId, { address: "", userAgent: "" });
    expect(result.ok && (await resumed(result.sessionId)).entrySupplier).toBeNull();
  });
});

describe("an invoice of another account of the person", () => {
  const invoiceOf = async (supplier: TestSupplier, account: TestAccount) =>
    (await fillAccount(supplier, account, ["2026-11-02"]))[0] ?? "";

  it("is found in its account", async () => {
    const id = await invoiceOf(suppliers.there, there);
    expect(await findOwnInvoice(await sessionOf(mine), id)).toMatchObject({
      account: { viewer: there.administrator, identifier: there.identifiers.administrator },
      invoice: { id, issuedOn: "2026-11-02" },
    });
  });

  it("is not found if it is in the current account, of a stranger, withdrawn, unknown or no id", async () => {
    const session = await sessionOf(mine);
    const stranger = await makeAccount(suppliers.there);
    expect(await findOwnInvoice(session, await invoiceOf(suppliers.here, here))).toBeNull();
    expect(await findOwnInvoice(session, await invoiceOf(suppliers.there, stranger))).toBeNull();
    expect(await findOwnInvoice(session, randomUUID())).toBeNull();
    expect(await findOwnInvoice(session, "' or true")).toBeNull();
    const id = await invoiceOf(suppliers.there, there);
    await asOwner(
      (sql) => sql`update invoices set state = 'withdrawn', withdrawn_at = now() where id = ${id}`,
    );
    expect(await findOwnInvoice(session, id)).toBeNull();
  });
});
