import { expect, it } from "vitest";
import { INDEX_COLUMNS } from "@/lib/exports/index-columns";
import { sessionOf } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner, makeAccount, makeSupplier } from "@/tests/support/world";
import { bytesOf, opened, storeInvoices } from "./pack-world";

it("an index has the stored VAT by rate, of the account's own invoices alone, negative for a credit note", async () => {
  clockAt("2026-11-23T09:00:00Z");
  const supplier = await makeSupplier();
  const [account, other] = [await makeAccount(supplier), await makeAccount(supplier)];
  const [invoice] = await storeInvoices(supplier, account, [{ number: "F-1", total_with_vat_minor: 12_550 }]);
  const [creditNote] = await storeInvoices(supplier, account, [
    { number: "AV-1", type: "credit_note", total_with_vat_minor: 1_200 },
  ]);
  const [foreign] = await storeInvoices(supplier, other, [{ number: "X-1" }]);
  const vat = [
    {
      id: invoice?.id,
      owner: account,
      rows: [["S", "20.00", 10_000, 2_000] as const, ["S", "10", 500, 50] as const],
    },
    { id: creditNote?.id, owner: account, rows: [["S", "20", 1_000, 200] as const] },
    { id: foreign?.id, owner: other, rows: [["S", "5.5", 100, 6] as const] },
  ];
  await asOwner(async (sql) => {
    for (const { id, owner, rows } of vat)
      for (const [position, [category, rate, base, tax]] of rows.entries())
        await sql`
          insert into invoice_vat (invoice_id, supplier_id, account_id, position, category, rate, base_minor, tax_minor)
          values (${id ?? ""}, ${supplier.id}, ${owner.id}, ${position}, ${category}, ${rate}, ${base}, ${tax})`;
  });
  const csv = (
    await bytesOf(await opened(await sessionOf(account.identifiers.administrator), "format=csv&sort=amount"))
  ).toString("utf8");
  const [heads, ...lines] = csv
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(";").slice(INDEX_COLUMNS.length).join(" "));
  expect(heads).toBe('"base 20" "tva 20" "base 10" "tva 10"');
  expect(lines).toEqual(["100,00 20,00 5,00 0,50", "-10,00 -2,00  "]);
});
