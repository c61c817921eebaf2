import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { deposit, put, rows } from "./account-request";

const OLD = "ancienne@perce-neige.example";
const NEW = "nouvelle@perce-neige.example";
let supplier: TestSupplier;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  await put(supplier, "C-1", { companyName: "Perce-Neige", email: OLD, preference: "link" });
});

describe("of mails that surely did not arrive, notifications go to the new address and the activation is cancelled", () => {
  it.each([
    ["no attempt was made yet", { tries: 0 }],
    ["the provider did not accept them", { tries: 2, failure: "resend 429 rate_limit_exceeded" }],
  ])("when %s", async (_, columns) => {
    const { activation, notification } = await queueMails();
    await asOwner((sql) => sql`update mails set ${sql(columns)}`);
    await put(supplier, "C-1", { email: NEW, effective: "now" });
    const mails = await rows("mails");
    expect(mails.find(({ id }) => id === activation.id)?.state).toBe("cancelled");
    const readdressed = mails.find(({ kind }) => kind === "notification_link");
    expect(readdressed).toMatchObject({ recipient: NEW, state: "queued", ...columns });
    // The id is the idempotency key. The provider may already know the old one, with the old content.
    expect(readdressed?.id).not.toBe(notification.id);
    const [former, fresh, ...others] = await rows("link_capabilities");
    expect(others).toEqual([]);
    expect(former?.revoked_at).not.toBeNull();
    expect(fresh).toMatchObject({ mail_id: readdressed?.id, revoked_at: null });
    expect(readdressed?.props.link.id).toBe(fresh?.id);
  });
});

it("mails that may have arrived keep the former address, and their links stop working", async () => {
  await queueMails();
  await asOwner((sql) => sql`update mails set tries = 1, may_have_arrived_since = now()`);
  const before = (await rows("mails")).map(({ id }) => id);
  await put(supplier, "C-1", { email: NEW, effective: "now" });
  const earlierMails = (await rows("mails")).filter(({ id }) => before.includes(id));
  expect(earlierMails).toMatchObject([
    { recipient: OLD, state: "queued" },
    { recipient: OLD, state: "queued" },
  ]);
  expect((await rows("link_capabilities"))[0]?.revoked_at).not.toBeNull();
});

/** Queues and returns the mails of a first invoice: an activation, and a notification with a direct link. */
async function queueMails() {
  await asOwner((sql) => sql`update suppliers set link_opens = 'direct'`);
  await deposit(supplier, "C-1");
  await makeNotificationMails(now());
  const mails = await rows("mails");
  const [activation, notification] = ["activation", "notification_link"].map((wanted) =>
    mails.find(({ kind }) => kind === wanted),
  );
  if (!activation || !notification) throw new Error("Two queued mails were expected.");
  return { activation, notification };
}
