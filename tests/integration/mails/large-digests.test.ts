import { beforeEach, expect, it } from "vitest";
import { makeDigests } from "@/lib/notifications/make-digests";
import { clockAt } from "@/tests/support/clock-file";
import { fillDigests } from "@/tests/support/fill-digests";
import { asOwner, makeSupplier } from "@/tests/support/world";
import { HOUR, START, startWithEmptyOutbox } from "./outbox";

const DAY = 24 * HOUR;
const EVENING = new Date(START + 10 * HOUR);
/** The maximum number of invoices that one transaction puts into digests (`digest-accounts.ts`). */
const MAX_INVOICES = 5_000;

beforeEach(startWithEmptyOutbox);

/** Inserts accounts with `invoicesPerAccount` invoices each, all waiting for the digest of this evening. */
async function fill(accounts: number, invoicesPerAccount: number): Promise<void> {
  const supplier = await makeSupplier();
  await asOwner((sql) => fillDigests(sql, supplier.id, accounts, invoicesPerAccount, new Date(START)));
  clockAt(EVENING.getTime());
}

/** The digests made so far, read from their mails: account, day and number of invoices. */
async function digests(): Promise<string[]> {
  const rows = await asOwner(
    (sql) => sql<{ digest: string }[]>`
      select right(accounts.customer_number, 1) || ' ' || digests.day || ' '
        || jsonb_array_length(mails.props->'documents') as digest
      from digests join mails on mails.subject_id = digests.id and mails.kind = 'digest'
        join accounts on accounts.id = digests.account_id
      order by accounts.customer_number, digests.day, digests.id`,
  );
  return rows.map(({ digest }) => digest);
}

/** The number of invoices listed in all digests, and the number of different ones. */
async function invoicesInDigests() {
  const [row] = await asOwner(
    (sql) => sql`
      select count(*)::int as invoices, count(distinct document->>'invoiceId')::int as different
      from mails, jsonb_array_elements(mails.props->'documents') document where mails.kind = 'digest'`,
  );
  return row;
}

it.each([
  ["at the digest hour", false],
  ["when digests are requested immediately", true],
])(
  "an account whose invoices do not all fit into one transaction still gets only one digest a day, %s",
  async (_, isImmediate) => {
    await fill(3, 0.4 * MAX_INVOICES);
    while ((await makeDigests(EVENING, isImmediate)) > 0);
    expect(await digests()).toEqual(["1 2026-11-23 2000", "2 2026-11-23 2000", "3 2026-11-23 2000"]);
    expect(await invoicesInDigests()).toEqual({
      invoices: 1.2 * MAX_INVOICES,
      different: 1.2 * MAX_INVOICES,
    });
  },
);

it("an account with more invoices than one transaction allows gets the others in the next day's digest", async () => {
  await fill(1, MAX_INVOICES + 1);
  while ((await makeDigests(EVENING)) > 0);
  expect(await digests()).toEqual(["1 2026-11-23 5000"]);
  const next = new Date(EVENING.getTime() + DAY);
  clockAt(next.getTime());
  while ((await makeDigests(next)) > 0);
  expect(await digests()).toEqual(["1 2026-11-23 5000", "1 2026-11-24 1"]);
  expect(await invoicesInDigests()).toEqual({ invoices: MAX_INVOICES + 1, different: MAX_INVOICES + 1 });
});
