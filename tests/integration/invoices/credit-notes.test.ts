import fc from "fast-check";
import { expect, it } from "vitest";
import { signOf } from "@/lib/money";
import { listInvoices } from "@/tests/support/list-invoices";
import { asOwner, makeAccount, makeSupplier } from "@/tests/support/world";
import { fillAccount } from "./fill-account";
import { listing } from "./listing";

it("a row, its month and the list's total are negative for a credit note of either sign", async () => {
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  const day = "2026-11-10";
  await fillAccount(supplier, account, [day, day, day], (at) => ({
    number: ["F-1", "AV-381", "AV-380"][at],
    type: at === 0 ? "invoice" : "credit_note",
    type_code: ["380", "381", "380"][at],
    total_with_vat_minor: [90_000, 12_000, -24_000][at],
    total_without_vat_minor: [75_000, 10_000, -20_000][at],
    seller_key: `name:${account.id}`,
  }));
  const list = await listInvoices(
    account.member,
    listing({}, { sort: { by: "amount", isAscending: false } }),
  );
  expect(list.rows.map((row) => [row.number, row.signedWithVatMinor, row.signedWithoutVatMinor])).toEqual([
    ["F-1", 90_000n, 75_000n],
    ["AV-381", -12_000n, -10_000n],
    ["AV-380", -24_000n, -20_000n],
  ]);
  expect(list.totals).toEqual([{ currency: "EUR", withVatMinor: 54_000n, withoutVatMinor: 45_000n }]);
  expect(list.months["2026-11"]?.totals).toEqual(list.totals);

  const between = listing({ min: "-200", max: "0" });
  expect((await listInvoices(account.member, between)).rows.map(({ number }) => number)).toEqual(["AV-381"]);
});

it("the database and the portal agree on the sign of every document", async () => {
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  const amount = fc.oneof(fc.constantFrom(0n, 2n ** 63n - 1n, 1n - 2n ** 63n), fc.bigInt(-9n, 9n));
  const documents = fc.sample(
    fc.tuple(fc.constantFrom("invoice" as const, "credit_note" as const), amount),
    60,
  );
  const ids = await fillAccount(
    supplier,
    account,
    documents.map(() => "2026-11-10"),
    (at) => ({
      type: documents[at]?.[0],
      total_with_vat_minor: String(documents[at]?.[1]),
      seller_key: `name:${account.id}-${at}`,
    }),
  );
  const stored = await asOwner(
    (sql) => sql<{ id: string; sign: number; signed: string }[]>`
      select id, sign, signed_with_vat_minor::text as signed from invoices where account_id = ${account.id}`,
  );
  for (const [index, [type, total]] of documents.entries()) {
    const row = stored.find(({ id }) => id === ids[index]);
    expect([row?.sign, row?.signed]).toEqual([
      Number(signOf(type, total)),
      String(signOf(type, total) * total),
    ]);
  }
});
