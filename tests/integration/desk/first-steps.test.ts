import { beforeEach, expect, it } from "vitest";
import type { Manager, StaffUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { openToday } from "@/lib/console/open-today";
import { DAY_MS, HOUR_MS } from "@/lib/durations";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { deposit, put } from "@/tests/integration/accounts/account-request";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

let supplier: TestSupplier;
let manager: Manager;

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
  manager = (await makeStaff("manager", supplier)).viewer as Manager;
});

const steps = async (of = manager) => (await openToday(of, "Europe/Paris")).firstSteps;

it("a new supplier's manager sees which first steps are done, until the first mail to a customer is delivered", async () => {
  const started = { settings: false, customers: false, deposits: true, invoice: false, mail: false };
  expect(await steps()).toEqual(started);
  await asOwner(
    (sql) => sql`
      insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id)
      values (gen_random_uuid(), ${now()}, ${supplier.id}, 'manager', ${manager.userId}, 'supplier_logo_changed', ${supplier.id})`,
  );
  await put(supplier, "C-1", { companyName: "Mélèzes", email: "delivered@resend.dev", preference: "link" });
  expect(await steps()).toEqual({ ...started, settings: true, customers: true });
  await deposit(supplier, "C-1");
  expect(await steps()).toEqual({ ...started, settings: true, customers: true, invoice: true });

  clockAt(now().getTime() + HOUR_MS);
  await makeNotificationMails(now());
  // The demo mailbox reports at once that it delivered.
  await dispatchMails(new Date("2100-01-01"));
  expect(await steps()).toBeNull();
});

it("the first steps are not shown to advisers, to other suppliers' managers, and a week after the first deposit", async () => {
  const adviser = (await makeStaff("adviser", supplier)).viewer;
  expect((await openToday(adviser as StaffUser, "Europe/Paris")).firstSteps).toBeNull();
  const other = await makeSupplier();
  await put(supplier, "C-1", { companyName: "Mélèzes", preference: "none" });
  await deposit(supplier, "C-1");
  const stranger = (await makeStaff("manager", other)).viewer as Manager;
  expect(await steps(stranger)).toMatchObject({ customers: false, invoice: false });
  clockAt(now().getTime() + 8 * DAY_MS);
  expect(await steps()).toBeNull();
});
