import { expect, it } from "vitest";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { put, rows } from "./account-request";

const EMAIL = "pleine@perce-neige.example";
const recordBounce = (supplier: TestSupplier) =>
  asOwner(
    (sql) => sql`
      insert into mail_addresses (supplier_id, email, state, reason, at)
      values (${supplier.id}, ${EMAIL}, 'bounced', 'no such mailbox', now())`,
  );
const refusedAddresses = (supplier: TestSupplier) =>
  asOwner((sql) => sql`select 1 from mail_addresses where supplier_id = ${supplier.id}`).then(
    ({ length }) => length,
  );

it("an address that was refused permanently is not recorded again, with a warning, for that supplier only", async () => {
  await testDatabase().reset();
  const [supplier, other] = [await makeSupplier(), await makeSupplier()];
  await recordBounce(supplier);
  const created = await put(supplier, "C-1", { companyName: "Perce-Neige", email: EMAIL });
  expect(created).toMatchObject({ status: 201, body: { email: null } });
  expect(created.body.warnings).toMatchObject([{ type: "superseded_value", field: "email", value: EMAIL }]);
  const elsewhere = await put(other, "C-1", { companyName: "Perce-Neige", email: EMAIL });
  expect(elsewhere.body).toMatchObject({ email: EMAIL, warnings: [] });

  await put(supplier, "C-1", { email: "autre@perce-neige.example" });
  const again = await put(supplier, "C-1", { email: EMAIL, preference: "link" });
  expect(again).toMatchObject({
    status: 200,
    body: { email: "autre@perce-neige.example", preference: "link", warnings: [{ field: "email" }] },
  });
  expect(await refusedAddresses(supplier)).toBe(1);
  expect(await rows("accounts")).toHaveLength(2);
});

it("the address that an account has already, and that bounced, changes nothing when it is sent again", async () => {
  await testDatabase().reset();
  const supplier = await makeSupplier();
  await put(supplier, "C-1", { companyName: "Perce-Neige", email: EMAIL });
  await recordBounce(supplier);
  expect((await put(supplier, "C-1", { email: EMAIL })).body.warnings).toEqual([]);
  expect(await refusedAddresses(supplier)).toBe(1);
});
