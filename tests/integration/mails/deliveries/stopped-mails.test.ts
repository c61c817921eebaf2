import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { MailReason } from "@/db/schema/mail-reasons";
import { mails } from "@/db/schema/mails";
import { withViewer } from "@/lib/access/with-viewer";
import { DAY_MS } from "@/lib/durations";
import { forgetAddress } from "@/lib/mails/deliveries/forget-address";
import { lockMessages } from "@/lib/mails/deliveries/lock-messages";
import { settleEarlyEvents } from "@/lib/mails/deliveries/settle-early-events";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { recordOutcome } from "@/lib/mails/outbox/record-outcome";
import type { Shipment } from "@/lib/mails/outbox/shipment";
import { claimedMails, shipmentColumns } from "@/lib/mails/outbox/shipment-row";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import type { RefusedBy, SendOutcome } from "@/lib/mails/transports/mail-transport";
import { type RecoveryRequest, requestRecovery } from "@/lib/recovery/request-recovery";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { eventually } from "@/tests/support/eventually";
import { bounce } from "@/tests/support/resend-event";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { setWebhookSecret } from "./resend-webhook";
import { addresses, deliveryOf, EMAIL, makeSentMail, NOW, postEvent } from "./sent-mail";

const deadline = new Date(NOW.getTime() + DAY_MS);
const address = EMAIL.toLowerCase();
const MORE_THAN_ONE_CLAIM = 21;
let supplier: TestSupplier;

beforeEach(async () => {
  ({ supplier } = await makeSentMail());
  await addReader(supplier);
  await emptyMailbox();
});

afterAll(() => setWebhookSecret(null));

async function addReader(of: TestSupplier): Promise<void> {
  const account = await makeAccount(of);
  await asOwner((sql) => sql`update users set email = ${address} where id = ${account.administrator.userId}`);
}

const ask = (of = supplier, recoveryAnswer: RecoveryRequest["supplier"]["recoveryAnswer"] = "explicit") =>
  requestRecovery({ supplier: { id: of.id, recoveryAnswer }, email: EMAIL, address: "", locale: "fr" });

const hardBounce = () => postEvent("email.bounced", bounce("Permanent", "General"));

/** Changes the kind of the queued mail; its props need not fit, because a stopped mail is never rendered. */
const makeNotification = () =>
  asOwner((sql) => sql`update mails set kind = 'notification_link' where state = 'queued' returning id`);

const mailStates = () =>
  asOwner((sql) => sql`select state from mails where kind <> 'activation' order by created_at, id`);

describe("after a hard bounce", () => {
  it("the supplier's queued mails to that address are cancelled, and their deliveries have the reason", async () => {
    await ask();
    await hardBounce();
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 0, queued: 0, dead: 0 });
    expect(await listMailbox(5)).toEqual([]);
    const [row] = await asOwner((sql) => sql`select id from mails where state = 'cancelled'`);
    expect(await deliveryOf(String(row?.id))).toEqual({
      state: "undeliverable",
      reason: "address_bounced",
    });
  });

  it("later mails to other addresses, and those of other suppliers to that address, are still sent", async () => {
    for (let index = 0; index < MORE_THAN_ONE_CLAIM; index += 1) {
      await asOwner((sql) => sql`truncate throttle_counters`);
      await ask();
    }
    const other = await makeSupplier();
    await addReader(other);
    await hardBounce();
    expect(await ask(other)).toBe("sent");
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 1 });
    expect(await listMailbox(5)).toHaveLength(1);
    const states = (await mailStates()).map(({ state }) => state);
    expect(states.filter((state) => state === "cancelled")).toHaveLength(MORE_THAN_ONE_CLAIM);
    expect(states).toContain("sent");
  });

  it("recovery says that the address cannot be reached and makes no mail and no link, until it is recorded again", async () => {
    await hardBounce();
    expect(await ask()).toBe("undeliverable");
    expect(await ask(supplier, "neutral")).toBe("neutral");
    expect(await asOwner((sql) => sql`select id from tokens`)).toEqual([]);
    expect(await mailStates()).toEqual([]);
    const other = await makeSupplier();
    await withViewer(other.keyViewer, (tx) => forgetAddress(tx, supplier.id, EMAIL));
    expect(await ask()).toBe("undeliverable");
    await withViewer(supplier.keyViewer, (tx) => forgetAddress(tx, supplier.id, EMAIL));
    expect(await ask()).toBe("sent");
  });
});

describe("other events of an address", () => {
  it("a complaint stops notifications, but not mails that the reader asked for", async () => {
    await ask();
    const [notification] = await makeNotification();
    await postEvent("email.complained");
    expect(await ask()).toBe("sent");
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 1, queued: 0 });
    expect((await listMailbox(5)).map(({ to }) => to)).toEqual([address]);
    expect(await deliveryOf(String(notification?.id))).toEqual({
      state: "undeliverable",
      reason: "address_complained",
    });
  });

  it("a full mailbox stops nothing", async () => {
    await postEvent("email.bounced", bounce("Transient", "MailboxFull"));
    expect(await ask()).toBe("sent");
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 1 });
  });

  it("a suppression by the provider is shown, and mails are still tried, so that its end is noticed", async () => {
    await postEvent("email.suppressed");
    expect(await ask()).toBe("undeliverable");
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 1 });
    await postEvent("email.delivered");
    expect(await ask()).toBe("sent");
  });
});

const waitingForLock = async () =>
  (
    await asOwner(
      (sql) =>
        sql`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    )
  ).length > 0;

describe("the result of the request itself", () => {
  async function sending(): Promise<Shipment> {
    await ask();
    const [mail] = claimedMails(
      await withViewer({ kind: "job" }, (tx) =>
        tx
          .update(mails)
          .set({ state: "sending", tries: 1 })
          .where(eq(mails.state, "queued"))
          .returning(shipmentColumns),
      ),
    );
    if (!mail) throw new Error("nothing is queued");
    return { ...mail, isBatch: false, mails: [mail], mayHaveArrivedSince: null };
  }

  it.each<[RefusedBy, boolean, MailReason]>([
    ["receiving_server", true, "address_refused"],
    ["portal", true, "address_malformed"],
    ["receiving_server", false, "refused_by_server"],
    ["provider", false, "not_accepted"],
    ["portal", false, "not_accepted"],
  ])("a refusal by the %s, of a dead address: %s, is stored as %s", async (by, isAddressDead, reason) => {
    const refused: SendOutcome = { kind: "refused", by, isAddressDead, detail: "smtp 550" };
    const mail = await sending();
    expect(await recordOutcome(mail, refused, false, NOW)).toEqual(["dead"]);
    expect(await deliveryOf(mail.id)).toEqual({ state: "undeliverable", reason });
    expect(await addresses()).toHaveLength(isAddressDead ? 1 : 0);
    expect(await ask()).toBe(isAddressDead ? "undeliverable" : "sent");
  });

  it("an event that arrived before the mail was recorded as sent is applied then", async () => {
    const mail = await sending();
    const messageId = `re_${randomUUID()}`;
    expect((await postEvent("email.delivery_delayed", {}, messageId)).outcome).toBe("no_mail");
    expect((await postEvent("email.bounced", bounce("Permanent", "General"), messageId)).outcome).toBe(
      "no_mail",
    );
    await recordOutcome(mail, { kind: "accepted", messageIds: [messageId] }, true, NOW);
    expect(await deliveryOf(mail.id)).toMatchObject({ state: "bounced" });
    expect(await addresses()).toMatchObject([{ email: address, state: "bounced" }]);
  });

  it("an event that arrives while the mail is being recorded as sent waits for it", async () => {
    const { mails: claimed } = await sending();
    const [mail] = claimed;
    if (!mail) throw new Error("no mail");
    let answered: ReturnType<typeof postEvent> | undefined;
    await withViewer({ kind: "job" }, async (tx) => {
      await lockMessages(tx, ["re_meanwhile"]);
      await tx.update(mails).set({ providerMessageId: "re_meanwhile" }).where(eq(mails.id, mail.id));
      answered = postEvent("email.delivered", {}, "re_meanwhile");
      await eventually("the webhook waits", waitingForLock);
      await settleEarlyEvents(tx, new Map([["re_meanwhile", mail]]));
    });
    expect((await answered)?.outcome).toBe("recorded");
    expect(await deliveryOf(mail.id)).toMatchObject({ state: "delivered" });
  });

  it("no event is lost when both happen at the same moment, 20 times", async () => {
    const claimed: Shipment[] = [];
    for (let index = 0; index < 20; index += 1) {
      await asOwner((sql) => sql`truncate throttle_counters`);
      claimed.push(await sending());
    }
    await Promise.all(
      claimed.flatMap((mail, index) => [
        recordOutcome(mail, { kind: "accepted", messageIds: [`re_race_${index}`] }, true, NOW),
        postEvent("email.delivered", {}, `re_race_${index}`),
      ]),
    );
    for (const mail of claimed) expect(await deliveryOf(mail.id)).toMatchObject({ state: "delivered" });
  });
});
