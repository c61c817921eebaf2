import { expect, it } from "vitest";
import { now } from "@/lib/clock";
import { DAY_MS } from "@/lib/durations";
import { claimShipments } from "@/lib/mails/outbox/claim-shipments";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner, makeSupplier } from "@/tests/support/world";
import { fillOutbox, START } from "./outbox";
import { throughResend } from "./through-resend";

const resend = await throughResend();
const deadline = new Date(START + 365 * DAY_MS);

/** Makes two suppliers: the mails of the second one are due after all those of the first one. */
async function twoSuppliers(firstMails: number, kind: "notification_link" | "notification_attachment") {
  const [loud, quiet] = [await makeSupplier(), await makeSupplier()];
  await fillOutbox(loud, firstMails, { kind });
  clockAt(START + 60_000);
  await fillOutbox(quiet, 2, { kind });
  clockAt(START + 120_000);
  return { loud: loud.id, quiet: quiet.id };
}

it("gives each supplier a turn after the other, however many mails another one has", async () => {
  const { loud, quiet } = await twoSuppliers(350, "notification_link");
  const turns: (string | null)[] = [];
  for (;;) {
    const [shipment] = await claimShipments(100, now());
    if (!shipment) break;
    turns.push(shipment.supplierId);
  }
  expect(turns.indexOf(quiet)).toBeLessThan(2);
  expect(turns.filter((id) => id === loud)).toHaveLength(4);
  expect(turns).toHaveLength(5);
});

it("claims mails that leave alone from different suppliers", async () => {
  const { loud, quiet } = await twoSuppliers(6, "notification_attachment");
  const claims: (string | null)[][] = [];
  for (;;) {
    const claimed = await claimShipments(100, now());
    if (claimed.length === 0) break;
    claims.push(claimed.map(({ supplierId }) => supplierId).sort());
  }
  const both = [loud, quiet].sort();
  expect(claims).toEqual([both, both, [loud, loud], [loud, loud]]);
});

it("takes turns also where each mail is a request", async () => {
  const { quiet } = await twoSuppliers(8, "notification_link");
  const first = await claimShipments(1, now());
  const second = await claimShipments(1, now());
  expect([first, second].map((claimed) => claimed.some(({ supplierId }) => supplierId === quiet))).toEqual([
    true,
    true,
  ]);
});

it("sends what somebody waits for before all turns", async () => {
  await twoSuppliers(4, "notification_attachment");
  const late = await makeSupplier();
  await fillOutbox(late, 1, { kind: "recovery" });
  const [first] = await claimShipments(100, now());
  expect(first?.supplierId).toBe(late.id);
});

it("makes the mails of each supplier in turns, and stops at the deadline", async () => {
  const [loud, quiet] = [await makeSupplier(), await makeSupplier()];
  await fillOutbox(loud, 450, { isQueued: false });
  await fillOutbox(quiet, 1, { isQueued: false });
  const made = async () =>
    Object.fromEntries(
      await asOwner(async (sql) => {
        const rows = await sql<{ id: string; n: number }[]>`
          select supplier_id as id, count(*)::int as n from mails group by supplier_id`;
        return rows.map(({ id, n }) => [id, n]);
      }),
    ) as Record<string, number>;
  // A step each: the time that is over lets only one of them work.
  expect(await makeNotificationMails(now(), now())).toBeLessThanOrEqual(200);
  clockAt(START + 60_000);
  await makeNotificationMails(now(), now());
  expect(await made()).toEqual({ [loud.id]: 200, [quiet.id]: 1 });
  await makeNotificationMails(now());
  expect(await made()).toEqual({ [loud.id]: 450, [quiet.id]: 1 });
});

it("sends nothing after its deadline, and releases nothing", async () => {
  const [held, due] = [await makeSupplier(), await makeSupplier()];
  await fillOutbox(held, 3);
  await fillOutbox(due, 2);
  await asOwner(
    (sql) =>
      sql`update mails set held_for = 'paused', next_try_at = '9999-01-01' where supplier_id = ${held.id}`,
  );
  expect((await dispatchMails(now())).sent).toBe(0);
  const waiting = () => asOwner((sql) => sql`select from mails where held_for = 'paused'`);
  expect(await waiting()).toHaveLength(3);
  expect(resend.accepted).toEqual([]);
  expect((await dispatchMails(deadline)).sent).toBe(5);
});
