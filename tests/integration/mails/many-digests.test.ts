import { beforeEach, expect, it } from "vitest";
import { makeDigests } from "@/lib/notifications/make-digests";
import { clockAt } from "@/tests/support/clock-file";
import { fillDigests } from "@/tests/support/fill-digests";
import { asOwner, makeSupplier } from "@/tests/support/world";
import { HOUR, START, startWithEmptyOutbox } from "./outbox";

const EVENING = new Date(START + 10 * HOUR);
const MORE_THAN_ONE_BATCH = 230;

beforeEach(async () => {
  await startWithEmptyOutbox();
  const supplier = await makeSupplier();
  await asOwner((sql) => fillDigests(sql, supplier.id, MORE_THAN_ONE_BATCH, 3, new Date(START)));
  clockAt(EVENING.getTime());
});

async function digested() {
  const [row] = await asOwner(
    (sql) => sql`
      select count(*)::int as mails, sum(jsonb_array_length(props->'documents'))::int as documents,
        count(distinct account_id)::int as accounts from mails where kind = 'digest'`,
  );
  return row;
}

it("digests of many accounts, made by several processes in parallel, list every invoice once", async () => {
  const made = await Promise.all([makeDigests(EVENING), makeDigests(EVENING), makeDigests(EVENING)]);
  const rest = await makeDigests(EVENING);
  expect(made.reduce((sum, one) => sum + one, 0) + rest).toBe(MORE_THAN_ONE_BATCH);
  expect(await digested()).toEqual({
    mails: MORE_THAN_ONE_BATCH,
    documents: 3 * MORE_THAN_ONE_BATCH,
    accounts: MORE_THAN_ONE_BATCH,
  });
  const links = await asOwner((sql) => sql`select from link_capability_invoices`);
  expect(links).toHaveLength(3 * MORE_THAN_ONE_BATCH);
});

it("when the digest of one account fails, only this one is missing, and it is sent once the fault is corrected", async () => {
  await asOwner(async (sql) => {
    await sql.unsafe(`
      create function fail_one() returns trigger language plpgsql as $$ begin raise 'no digest'; end $$;
      create trigger fail_one before insert on digests for each row
        when (new.account_id = md5('account7')::uuid) execute function fail_one()`);
  });
  try {
    expect(await makeDigests(EVENING)).toBe(MORE_THAN_ONE_BATCH - 1);
  } finally {
    await asOwner((sql) => sql.unsafe("drop trigger fail_one on digests; drop function fail_one()"));
  }
  expect(await makeDigests(EVENING)).toBe(1);
  expect(await makeDigests(EVENING)).toBe(0);
});
