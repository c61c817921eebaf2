import { beforeEach, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { DAY_MS } from "@/lib/durations";
import { runDueWork } from "@/lib/jobs/run-due-work";
import { sweepMailEvents } from "@/lib/mails/deliveries/sweep-mail-events";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner } from "@/tests/support/world";
import { makeSentMail, NOW, postEvent } from "./sent-mail";

const remainingEvents = async () =>
  (await asOwner((sql) => sql`select message_id from mail_events order by 1`)).map((row) => row.message_id);
const daysLater = (days: number) => clockAt(NOW.getTime() + days * DAY_MS);

beforeEach(async () => void (await makeSentMail()));

it("the due work deletes events of the provider after 30 days, but no newer ones", async () => {
  await postEvent("email.delivered");
  await postEvent("email.delivered", {}, "re_of_nobody");
  await asOwner(
    (sql) => sql`
      update mail_events set received_at = ${new Date(NOW.getTime() + DAY_MS).toISOString()} where message_id = 're_1'`,
  );
  daysLater(30.5);
  await runDueWork(1_000);
  expect(await remainingEvents()).toEqual(["re_1"]);
  expect(await asOwner((sql) => sql`select state from deliveries`)).toEqual([{ state: "delivered" }]);
});

it("old events are searched for once an hour at most", async () => {
  daysLater(100);
  await sweepMailEvents(now());
  daysLater(0);
  await postEvent("email.delivered", {}, "re_old");
  daysLater(100);
  expect(await sweepMailEvents(now())).toBe(0);
  daysLater(100.05);
  expect(await sweepMailEvents(now())).toBe(1);
});
