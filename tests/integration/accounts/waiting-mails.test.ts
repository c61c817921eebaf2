import { testDatabase } from "@/tests/support/database";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { beforeEach, describe, expect, it } from "vitest";
import { deposit, put, rows } from "./account-request";

const OLD = "ancienne@perce-neige.example";
const NEW = "nouvelle@perce-neige.example";
let supplier: TestSupplier;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  await put(supplier, "C-1", { companyName: "Perce-Neige", email: OLD, preference: "link" });
});

describe("mails to the former address that surely did not arrive follow: invoices to the new one, dead links nowhere", () => {
  it.each([
    ["nobody tried them", { tries: 0 }],
    ["the provider has not taken them", { tries: 2, failure: "resend 429 rate_limit_exceeded" }],
  ])("when %s", async (_, traces) => {
    await deposit(supplier, "C-1");
    const [activation] = await rows("mails");
    const copy = await queueNotification(activation?.id);
    await asOwner((sql) => sql`update mails set ${sql(traces)}`);
    await put(supplier, "C-1", { email: NEW, effective: "now" });
    const mails = await rows("mails");
    expect(mails.find(({ id }) => id === activation?.id)?.state).toBe("cancelled");
    const moved = mails.find(({ kind }) => kind === "notification_link");
    expect(moved).toMatchObject({ recipient: NEW, state: "queued", ...traces });
    // The former name may be known to the provider, with the former bytes.
    expect(moved?.id).not.toBe(copy);
    expect(await rows("link_capabilities")).toMatchObject([{ mail_id: moved?.id, revoked_at: null }]);
  });
});

it("mails to the former address that may have arrived stay as they are, their links dead", async () => {
  await deposit(supplier, "C-1");
  const [activation] = await rows("mails");
  await queueNotification(activation?.id);
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

/** A mail about an invoice beside the given one, with a link that opens directly. Returns its id. */
async function queueNotification(besideId: string): Promise<string> {
  const [mail] = await asOwner(
    (sql) => sql<{ id: string; account_id: string }[]>`
      insert into mails select (jsonb_populate_record(m, jsonb_build_object(
        'id', gen_random_uuid(), 'kind', 'notification_link', 'subject_id', gen_random_uuid()))).*
      from mails m where id = ${besideId} returning id, account_id`,
  );
  if (!mail) throw new Error("No mail was queued.");
  await asOwner(
    (sql) => sql`
      insert into link_capabilities (id, supplier_id, account_id, mail_id, token_hash, created_at, expires_at)
      values (gen_random_uuid(), ${supplier.id}, ${mail.account_id}, ${mail.id}, ${Buffer.alloc(32)}, now(),
        now() + interval '3 months')`,
  );
  return mail.id;
}
