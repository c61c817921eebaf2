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

describe("of mails that surely did not arrive, those about invoices go to the new address, those with old links are cancelled", () => {
  it.each([
    ["they were not tried yet", { tries: 0 }],
    ["the provider did not accept them", { tries: 2, failure: "resend 429 rate_limit_exceeded" }],
  ])("when %s", async (_, traces) => {
    const { activation, notification } = await queued();
    await asOwner((sql) => sql`update mails set ${sql(traces)}`);
    await put(supplier, "C-1", { email: NEW, effective: "now" });
    const mails = await rows("mails");
    expect(mails.find(({ id }) => id === activation.id)?.state).toBe("cancelled");
    const moved = mails.find(({ kind }) => kind === "notification_link");
    expect(moved).toMatchObject({ recipient: NEW, state: "queued", ...traces });
    // The provider may know the former key, with the former bytes.
    expect(moved?.id).not.toBe(notification.id);
    const [former, fresh, ...others] = await rows("link_capabilities");
    expect(others).toEqual([]);
    expect(former?.revoked_at).not.toBeNull();
    expect(fresh).toMatchObject({ mail_id: moved?.id, revoked_at: null });
    expect(moved?.props.link.id).toBe(fresh?.id);
  });
});

it("mails that may have arrived keep the former address, and their links stop working", async () => {
  await queued();
  await asOwner((sql) => sql`update mails set tries = 1, may_have_arrived_since = now()`);
  const before = (await rows("mails")).map(({ id }) => id);
  await put(supplier, "C-1", { email: NEW, effective: "now" });
  const stayed = (await rows("mails")).filter(({ id }) => before.includes(id));
  expect(stayed).toMatchObject([
    { recipient: OLD, state: "queued" },
    { recipient: OLD, state: "queued" },
  ]);
  expect((await rows("link_capabilities"))[0]?.revoked_at).not.toBeNull();
});

/** The mails of a first invoice: an activation, and a notification with a direct link. */
async function queued() {
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
