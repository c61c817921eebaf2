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

it("an address that bounced is tried again for the supplier that records it again, and for no other", async () => {
  await testDatabase().reset();
  const [supplier, other] = [await makeSupplier(), await makeSupplier()];
  await recordBounce(supplier);
  await recordBounce(other);
  await put(supplier, "C-1", { companyName: "Perce-Neige", email: EMAIL });
  expect([await refusedAddresses(supplier), await refusedAddresses(other)]).toEqual([0, 1]);

  await recordBounce(supplier);
  expect((await put(supplier, "C-1", { email: EMAIL })).status).toBe(200);
  expect(await refusedAddresses(supplier), "the same address again changes nothing").toBe(1);
  await put(supplier, "C-1", { email: "autre@perce-neige.example" });
  await put(supplier, "C-1", { email: EMAIL });
  expect(await refusedAddresses(supplier)).toBe(0);
  expect(await rows("accounts")).toHaveLength(1);
});
