import { beforeEach, expect, it } from "vitest";
import { makeDigests } from "@/lib/notifications/make-digests";
import { clockAt } from "@/tests/support/clock-file";
import { fillDigests } from "@/tests/support/fill-digests";
import { asOwner, makeSupplier } from "@/tests/support/world";
import { HOUR, START, startWithEmptyOutbox } from "./outbox";

const DAY = 24 * HOUR;
const EVENING = new Date(START + 10 * HOUR);
/** One transaction makes digests of at most this many invoices. */
const AT_ONCE = 5_000;

beforeEach(startWithEmptyOutbox);

/** This many accounts with this many invoices each, all waiting for the digest of this evening. */
async function fill(accounts: number, each: number): Promise<void> {
  const supplier = await makeSupplier();
  await asOwner((sql) => fillDigests(sql, supplier.id, accounts, each, new Date(START)));
  clockAt(EVENING.getTime());
}

/** The digests made so far according to their mails: day and number of invoices, by account. */
async function digests(): Promise<string[]> {
  const rows = await asOwner(
    (sql) => sql<{ told: string }[]>`
      select right(accounts.customer_number, 1) || ' ' || digests.day || ' '
        || jsonb_array_length(mails.props->'documents') as told
      from digests join mails on mails.subject_id = digests.id and mails.kind = 'digest'
        join accounts on accounts.id = digests.account_id
      order by accounts.customer_number, digests.day, digests.id`,
  );
  return rows.map(({ told }) => told);
}

/** How many invoices are in a digest, and how often each of them is listed. */
async function told() {
  const [row] = await asOwner(
    (sql) => sql`
      select count(*)::int as invoices, count(distinct document->>'invoiceId')::int as different
      from mails, jsonb_array_elements(mails.props->'documents') document where mails.kind = 'digest'`,
  );
  return row;
}

it.each([
  ["its hour", false],
  ["being asked for at once", true],
])(
  "an account that does not fit completely into one transaction has one digest a day, after %s",
  async (_, now) => {
    await fill(3, 0.4 * AT_ONCE);
    while ((await makeDigests(EVENING, now)) > 0);
    expect(await digests()).toEqual(["1 2026-11-23 2000", "2 2026-11-23 2000", "3 2026-11-23 2000"]);
    expect(await told()).toEqual({ invoices: 1.2 * AT_ONCE, different: 1.2 * AT_ONCE });
  },
);

it("an account with more invoices than one transaction allows gets the others in the next day's digest", async () => {
  await fill(1, AT_ONCE + 1);
  while ((await makeDigests(EVENING)) > 0);
  expect(await digests()).toEqual(["1 2026-11-23 5000"]);
  const next = new Date(EVENING.getTime() + DAY);
  clockAt(next.getTime());
  while ((await makeDigests(next)) > 0);
  expect(await digests()).toEqual(["1 2026-11-23 5000", "1 2026-11-24 1"]);
  expect(await told()).toEqual({ invoices: AT_ONCE + 1, different: AT_ONCE + 1 });
});
