import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { MINUTE, START, tenCheckAt } from "./alert-world";

let supplier: TestSupplier;

beforeEach(async () => {
  clockAt(START);
  await testDatabase().reset();
  supplier = await makeSupplier();
  await makeStaff("manager", supplier);
  await makeStaff("manager", supplier);
  await makeStaff("adviser", supplier);
  await makeStaff("manager", await makeSupplier());
  await asOwner((sql) => sql`update users set email = id || '@loueur.example' where email is null`);
});

const refuse = (files: number, minute: number) =>
  asOwner(async (sql) => {
    const at = new Date(START + minute * MINUTE);
    for (let file = 0; file < files; file += 1)
      await sql`
        insert into refused_files (id, supplier_id, sha256, file_name, size, reason, problems, first_refused_at,
          last_refused_at, source)
        values (${randomUUID()}, ${supplier.id}, ${randomBytes(32)}, 'facture.pdf', 10, 'metadata', '[]', ${at}, ${at}, 'api')`;
  });

const told = () =>
  asOwner(async (sql) => {
    const rows = await sql<{ count: number }[]>`
      select (props ->> 'count')::int as count from mails
      where kind = 'deposits_refused' and supplier_id = ${supplier.id} order by created_at`;
    return rows.map(({ count }) => count);
  });

it("each manager is told of refused files once an hour at most, in one mail that sums up", async () => {
  await refuse(2, 1);
  await tenCheckAt(2);
  expect(await told()).toEqual([2, 2]);
  await refuse(3, 10);
  await tenCheckAt(30);
  expect(await told()).toEqual([2, 2]);
  await tenCheckAt(62);
  expect(await told()).toEqual([2, 2, 3, 3]);
  await tenCheckAt(200);
  expect(await told()).toHaveLength(4);
});

it("nobody is told of files that were settled before", async () => {
  await refuse(1, 1);
  await asOwner(
    (sql) => sql`update refused_files set resolution = 'accepted', resolved_at = ${new Date(START + MINUTE)}`,
  );
  await tenCheckAt(2);
  expect(await told()).toEqual([]);
});
