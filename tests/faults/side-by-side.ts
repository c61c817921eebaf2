import { strict as assert } from "node:assert";
import { HOUR_MS } from "@/lib/durations";
import type { ResendStub } from "@/tests/support/resend-stub";
import { asOwner, makeSupplier } from "@/tests/support/world";
import { clockAt } from "./fault-world";
import { fillWaiting, type Waiting } from "./fill-waiting";
import { expectEachInvoiceOnce } from "./provider-ledger";

const FIRST_DAY = Date.parse("2026-09-01T17:00:00Z");

export interface SideBySide {
  stub: ResendStub;
  rounds: number;
  /** The number of simultaneous calls in each round. */
  calls: number;
  /** The `n`th call of a cron route, with the scheduler's secret. */
  call: (path: string, n: number) => Promise<Response>;
  accounts: number;
}

/**
 * B3: the scheduler calls both cron routes many times at the same time. Every unit has one effect: a digest per
 * account, a notification and a mail per invoice. No mail is tried twice, and the counts in the answers add up
 * correctly.
 */
export async function sideBySide(suite: SideBySide): Promise<string[]> {
  const { stub, rounds, calls, call, accounts } = suite;
  const supplier = await makeSupplier();
  const total = { digests: 0, notifications: 0, mails: 0, calls: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const at = FIRST_DAY + round * 24 * HOUR_MS;
    clockAt(at);
    const acceptedBefore = stub.accepted.length;
    const fill = (preference: Waiting["preference"], invoicesPerAccount: number) => {
      const label = `B3${preference}${round}`.toUpperCase();
      const unit = { label, supplierId: supplier.id, preference, accounts, invoicesPerAccount };
      return fillWaiting({ ...unit, at: new Date(at - 3 * HOUR_MS) }).then(() => unit);
    };
    const units = [await fill("digest", 3), await fill("link", 1), await fill("attachment", 1)];
    const answers = await Promise.all(
      Array.from({ length: calls }, async (_, n) => {
        const response = await call(n % 2 === 0 ? "/api/cron/dispatch" : "/api/cron/digest", n);
        assert.equal(response.status, 200, await response.clone().text());
        return (await response.json()) as Record<"digests" | "notifications" | "sent" | "queued", number>;
      }),
    );
    const sum = (name: keyof (typeof answers)[number]) =>
      answers.reduce((count, answer) => count + answer[name], 0);
    const accepted = stub.accepted.slice(acceptedBefore);
    assert.deepEqual(
      {
        digests: sum("digests"),
        notifications: sum("notifications"),
        sent: sum("sent"),
        queued: sum("queued"),
      },
      { digests: accounts, notifications: 2 * accounts, sent: 3 * accounts, queued: 0 },
      `what the ${calls} calls of round ${round} say they did; the mails: ${await statuses()}`,
    );
    assert.equal(accepted.length, 3 * accounts);
    for (const unit of units) expectEachInvoiceOnce(accepted, unit);
    total.digests += accounts;
    total.notifications += 2 * accounts;
    total.mails += 3 * accounts;
    total.calls += calls;
  }
  const [row] = await asOwner(
    (sql) => sql`
      select count(*)::int as mails, count(*) filter (where state = 'sent' and tries = 1)::int as at_once,
        (select count(*)::int from digests) as digests,
        (select count(*)::int from notifications where state = 'mailed') as mailed_notifications,
        (select count(*)::int from link_capabilities) as links
      from mails`,
  );
  assert.deepEqual(
    { ...row },
    {
      mails: total.mails,
      at_once: total.mails,
      digests: total.digests,
      mailed_notifications: 3 * total.digests + total.notifications,
      links: total.digests,
    },
  );
  return [
    `${total.calls} calls, ${calls} at the same time, ${rounds} rounds: ${total.digests} digests and ${total.notifications} ` +
      `notifications made once each, ${total.mails} mails tried once and accepted once`,
  ];
}

/** Kind, state, tries and failure of all mails, to explain missing ones. */
async function statuses(): Promise<string> {
  const rows = await asOwner(
    (sql) => sql`
      select kind, state, tries, failure, count(*)::int as mails from mails group by kind, state, tries, failure
      order by kind, state`,
  );
  return JSON.stringify(rows);
}
