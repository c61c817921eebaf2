import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { sweepAlerts } from "@/lib/alerts/sweep-alerts";
import { testDatabase } from "@/tests/support/database";
import { asOwner } from "@/tests/support/world";

it("alerts that ended more than 12 months ago are deleted with their calls, open ones never", async () => {
  await testDatabase().reset();
  const add = (subject: string, closedAt: string | null) =>
    asOwner(async (sql) => {
      const id = randomUUID();
      await sql`
        insert into alerts (id, condition, subject, wrong_since, opened_at, closed_at)
        values (${id}, 'job_late', ${subject}, '2024-01-01', '2024-01-01', ${closedAt})`;
      await sql`
        insert into alert_calls (id, alert_id, change, body, created_at, next_try_at)
        values (${randomUUID()}, ${id}, 'opened', '{}', '2024-01-01', '2024-01-01')`;
    });
  await add("old", "2025-11-22T08:00:00Z");
  await add("kept", "2025-11-24T08:00:00Z");
  await add("open", null);
  expect(await sweepAlerts(new Date("2026-11-23T08:00:00Z"))).toBe(1);
  const left = await asOwner(
    (sql) => sql`select subject from alerts join alert_calls on alert_id = alerts.id order by subject`,
  );
  expect(left.map(({ subject }) => String(subject))).toEqual(["kept", "open"]);
});
