import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { readMailFigures } from "@/lib/alerts/read-mail-figures";
import { now } from "@/lib/clock";
import { readHeldMails } from "@/lib/desk/read-held-mails";
import { DAY_MS, HOUR_MS } from "@/lib/durations";
import { FIRST_HOUR_ACTIVATIONS, turnOf } from "@/lib/mails/first-activation-turns";
import { claimShipments } from "@/lib/mails/outbox/claim-shipments";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { sha256Hex } from "@/lib/sha256";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { addColleague } from "@/tests/integration/users/staff-world";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { fillOutbox, START } from "./outbox";
import { throughResend } from "./through-resend";

const resend = await throughResend();
const dispatch = () => dispatchMails(new Date(now().getTime() + DAY_MS));

/** Queues a mail about an invoice and, as the first deposit after an import does, an activation for each of its accounts. */
async function importAndDeposit(supplier: TestSupplier, count: number): Promise<void> {
  await fillOutbox(supplier, count);
  const at = now().toISOString();
  await asOwner(async (sql) => {
    // Only these mails, so that the mails about invoices of an earlier import get no second activation.
    const rows = await sql`
      select m.account_id, m.recipient, m.props -> 'supplier' as supplier from mails m
      where m.supplier_id = ${supplier.id} and m.created_at = ${at} and not exists (
        select from mails a where a.account_id = m.account_id and a.kind = 'activation')`;
    for (const { account_id: account, recipient, supplier: props } of rows) {
      const [user, token] = [randomUUID(), randomUUID()];
      await sql`
        insert into users (id, identifier, email, role, account_id, created_at)
        values (${user}, ${String(recipient)}, ${String(recipient)}, 'administrator', ${String(account)}, ${at})`;
      await sql`
        insert into tokens (id, purpose, supplier_id, user_id, email, token_hash, created_at)
        values (${token}, 'activation', ${supplier.id}, ${user}, ${String(recipient)}, ${Buffer.from(sha256Hex(deriveToken("activation", token)), "hex")}, ${at})`;
      await sql`
        insert into mails (id, supplier_id, account_id, user_id, kind, subject_id, recipient, locale, props, state,
          is_urgent, travels_alone, next_try_at, created_at)
        values (${randomUUID()}, ${supplier.id}, ${String(account)}, ${user}, 'activation', ${user}, ${String(recipient)},
          'fr', ${sql.json({
            supplier: props as never,
            account: { companyName: "Client", customerNumber: "C-1", identifier: String(recipient) },
            others: [],
            tokenId: token,
          })}, 'queued', true, true, ${at}, ${at})`;
    }
  });
}

it("the steps double each hour", () => {
  const hourOf = (number: number) => turnOf(new Date(0), number).getTime() / HOUR_MS;
  expect([0, 49, 50, 149, 150, 349, 350].map(hourOf)).toEqual([0, 0, 1, 1, 2, 2, 3]);
  expect(hourOf(FIRST_HOUR_ACTIVATIONS * (2 ** 10 - 1))).toBe(10);
});

const figures = () =>
  withViewer({ kind: "job" }, (tx) => readMailFigures(tx, new Date(START + HOUR_MS), new Date(START)));

it("first activations leave in growing steps with the mails about their invoices, and delay nobody else", async () => {
  const supplier = await makeSupplier();
  const calm = await makeSupplier();
  const manager = await addColleague("manager", supplier);
  await importAndDeposit(supplier, 170);
  await fillOutbox(calm, 20);
  // 50 activations with their 50 mails about invoices, and the other supplier's.
  expect(await dispatch()).toMatchObject({ sent: 120 });
  if (manager.viewer.kind !== "manager") throw new Error("Not a manager.");
  expect(await readHeldMails(manager.viewer)).toEqual({
    pause: null,
    steps: { waiting: 120, until: new Date(START + 2 * HOUR_MS) },
  });
  expect(await dispatch()).toMatchObject({ sent: 0 });
  clockAt(START + HOUR_MS);
  // A mail whose turn has come waits since then, not since it was queued: operators would get a false alert.
  expect((await figures()).oldestWaitingAt).toEqual(new Date(START + HOUR_MS));
  expect(await dispatch()).toMatchObject({ sent: 200 });
  clockAt(START + 2 * HOUR_MS);
  expect(await dispatch()).toMatchObject({ sent: 40 });
  expect(await readHeldMails(manager.viewer)).toEqual({ pause: null, steps: null });
  const perAccount = await asOwner(
    (sql) =>
      sql`select count(*)::int as n from mails where state = 'sent' group by account_id, kind having count(*) > 1`,
  );
  expect(perAccount).toEqual([]);
  expect(resend.accepted).toHaveLength(360);

  // The next import begins with small steps again.
  clockAt(START + 30 * HOUR_MS);
  await importAndDeposit(supplier, 60);
  expect(await dispatch()).toMatchObject({ sent: 100 });
});

it("a pause stops the steps; afterwards they begin again", async () => {
  const supplier = await makeSupplier();
  await importAndDeposit(supplier, 120);
  expect(await dispatch()).toMatchObject({ sent: 100 });
  await asOwner(
    (sql) =>
      sql`update supplier_sending set paused_at = now(), pause_cause = 'bounces' where supplier_id = ${supplier.id}`,
  );
  clockAt(START + HOUR_MS);
  expect(await dispatch()).toMatchObject({ sent: 0 });
  await asOwner(
    (sql) => sql`
      update supplier_sending set paused_at = null, pause_cause = null, resumed_at = now(), steps_started_at = null`,
  );
  expect(await dispatch()).toMatchObject({ sent: 100 });
  clockAt(START + 2 * HOUR_MS);
  expect(await dispatch()).toMatchObject({ sent: 40 });
});

it("an activation that a pause held leaves with a mail about an invoice that is claimed before its release", async () => {
  const supplier = await makeSupplier();
  await importAndDeposit(supplier, 1);
  await asOwner(
    (sql) => sql`
      insert into supplier_sending (supplier_id, paused_at, pause_cause) values (${supplier.id}, now(), 'bounces')`,
  );
  expect(await dispatch()).toMatchObject({ sent: 0 });
  await asOwner(async (sql) => {
    await sql`update supplier_sending set paused_at = null, pause_cause = null`;
    await sql`update mails set held_for = null, next_try_at = created_at where kind <> 'activation'`;
  });
  expect(await claimShipments(100, now())).toHaveLength(1);
  const [activation] = await asOwner(
    (sql) => sql`select held_for, next_try_at from mails where kind = 'activation'`,
  );
  expect(activation).toEqual({ held_for: "steps", next_try_at: new Date(START) });
});

it("an activation that was asked for waits for no turn", async () => {
  const supplier = await makeSupplier();
  await importAndDeposit(supplier, 60);
  await asOwner((sql) => sql`update mails set generation = 2 where kind = 'activation'`);
  expect(await dispatch()).toMatchObject({ sent: 120 });
});
