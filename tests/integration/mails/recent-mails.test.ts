import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { listRecentMails } from "@/lib/mails/deliveries/list-recent-mails";
import { cancelBeforeSending } from "@/lib/mails/outbox/cancel-before-sending";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";

const EMAIL = "compta@essai.example";
let account: TestAccount;
let count = 0;

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
  await asOwner((sql) => sql`update accounts set email = ${EMAIL}, email_source = 'api'`);
});

interface Row {
  kind: string;
  user?: CustomerUser;
  props?: object;
  state?: string;
  recipient?: string;
  of?: TestAccount;
}

/** A mail that is one minute later than the one before. */
async function addMail({ kind, user, props = {}, state = "sent", recipient = EMAIL, of = account }: Row) {
  const id = randomUUID();
  const at = new Date(Date.parse("2026-11-20T10:00:00Z") + (count += 1) * 60_000).toISOString();
  await asOwner(
    (sql) => sql`
      insert into mails (id, supplier_id, account_id, user_id, kind, subject_id, recipient, locale, props, state,
        next_try_at, created_at)
      values (${id}, ${of.administrator.supplierId}, ${of.id}, ${user?.userId ?? null}, ${kind}, ${randomUUID()},
        ${recipient}, 'fr', ${sql.json(props as never)}, ${state}, ${at}, ${at})`,
  );
  return id;
}

const kindsSeen = async (viewer: CustomerUser) => (await listRecentMails(viewer)).map(({ kind }) => kind);

describe("the recent mails of an account", () => {
  it("show the subject and the delivery state of each, newest first", async () => {
    const delivered = await addMail({
      kind: "notification_link",
      props: { document: { number: "F-1", type: "invoice" } },
    });
    await addMail({ kind: "digest", props: { day: "2026-11-20", documents: [{}, {}] }, state: "queued" });
    await asOwner(
      (sql) => sql`
        insert into deliveries (mail_id, supplier_id, account_id, state, updated_at)
        values (${delivered}, ${account.administrator.supplierId}, ${account.id}, 'delivered', now())`,
    );
    expect(await listRecentMails(account.member)).toMatchObject([
      { kind: "digest", digest: { day: "2026-11-20", count: 2 }, document: null, status: "waiting" },
      {
        kind: "notification_link",
        document: { number: "F-1", type: "invoice" },
        digest: null,
        recipient: EMAIL,
        status: "delivered",
        isTrouble: false,
      },
    ]);
  });

  it("are twenty at most, of this account only", async () => {
    for (let index = 0; index < 22; index += 1)
      await addMail({ kind: "digest", props: { day: `${index}`, documents: [] } });
    const other = await makeAccount(await makeSupplier());
    await addMail({ kind: "digest", of: other });
    const seen = await listRecentMails(account.member);
    expect(seen).toHaveLength(20);
    expect(seen[0]?.digest?.day).toBe("21");
    expect(await listRecentMails(other.member)).toHaveLength(1);
  });

  it("hide mails to colleagues: those about passwords from everybody, those about access from members", async () => {
    for (const user of [account.administrator, account.member]) {
      for (const kind of [
        "recovery",
        "attachment",
        "password_changed",
        "request_received",
        "activation",
        "invitation",
      ])
        await addMail({ kind, user });
      await addMail({ kind: "request_made", user, recipient: "conseil@loueur.example" });
    }
    expect((await kindsSeen(account.member)).sort()).toEqual([
      "activation",
      "attachment",
      "invitation",
      "password_changed",
      "recovery",
      "request_made",
      "request_made",
      "request_received",
    ]);
    expect(
      (await kindsSeen(account.administrator)).filter((kind) =>
        /recovery|attachment|password|received/.test(kind),
      ),
    ).toHaveLength(4);
    expect((await kindsSeen(account.administrator)).filter((kind) => kind === "invitation")).toHaveLength(2);
  });

  it("show why a mail was stopped, and the state of the account's own address only", async () => {
    const { supplierId } = account.administrator;
    await asOwner(async (sql) => {
      for (const [email, state] of [
        [EMAIL, "complained"],
        ["autre@essai.example", "bounced"],
      ] as const)
        await sql`insert into mail_addresses values (${supplierId}, ${email}, ${state}, 'address_refused', now())`;
    });
    const stopped = await addMail({
      kind: "digest",
      props: { day: "2026-11-20", documents: [] },
      state: "sending",
    });
    await withViewer({ kind: "job" }, (tx) =>
      cancelBeforeSending(
        tx,
        [
          {
            id: stopped,
            kind: "digest",
            supplierId,
            accountId: account.id,
            subjectId: stopped,
            generation: 1,
            recipient: EMAIL,
            tries: 1,
            isInDoubt: false,
            tokenId: null,
          },
        ],
        new Date("2026-11-20T12:00:00Z"),
      ),
    );
    expect(await listRecentMails(account.member)).toMatchObject([
      { status: "stopped_unwanted", isTrouble: true },
    ]);
    const stateOf = (email: string, viewer = account.member) =>
      withViewer(viewer, (tx) => findAddressState(tx, supplierId, email));
    expect(await stateOf(EMAIL)).toBe("complained");
    expect(await stateOf("autre@essai.example")).toBeNull();
    const other = await makeAccount(await makeSupplier());
    expect(await stateOf(EMAIL, other.member)).toBeNull();
  });
});
