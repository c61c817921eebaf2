import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/durations";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { stateAfterTry } from "@/lib/mails/outbox/shipment";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { forgetTransport } from "@/lib/mails/transports/open-transport";
import { openToken } from "@/lib/recovery/open-token";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { type ResendStub, startResendStub } from "@/tests/support/resend-stub";
import { startSmtpStub } from "@/tests/support/smtp-stub";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { sendThrough } from "./send-through";

const START = Date.parse("2026-11-23T08:00:00Z");
const EMAIL = "compta@essai.example";
let supplier: TestSupplier;

const deadline = () => new Date(START + 365 * DAY_MS);

beforeEach(async () => {
  clockAt(START);
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  await asOwner((sql) => sql`update users set email = ${EMAIL} where id = ${account.administrator.userId}`);
});

const ask = () =>
  requestRecovery({
    supplier: { id: supplier.id, recoveryAnswer: "explicit" },
    email: EMAIL,
    address: "",
    locale: "fr",
  });

describe("the dispatcher", () => {
  it("sends a due mail once, with a working link, and starts its 60 minutes", async () => {
    await ask();
    expect(await dispatchMails(deadline())).toEqual({ sent: 1, queued: 0, dead: 0, uncertain: 0 });
    expect(await dispatchMails(deadline())).toEqual({ sent: 0, queued: 0, dead: 0, uncertain: 0 });
    const [mail, ...others] = await listMailbox(10, EMAIL);
    expect(others).toEqual([]);
    const secret = /\/reset\/([\w-]{43})/.exec(mail?.html ?? "")?.[1] ?? "";
    expect(await openToken(supplier.id, secret)).toMatchObject({
      ok: true,
      token: { expiresAt: new Date(START + 3_600_000) },
    });
    expect(mail?.text).toContain(secret);
  });

  it("sends each mail once when eight dispatchers run in parallel", async () => {
    for (let index = 0; index < 5; index += 1) await ask();
    const counts = await Promise.all(Array.from({ length: 8 }, () => dispatchMails(deadline())));
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(5);
    expect(await listMailbox(50, EMAIL)).toHaveLength(5);
  });

  it("sends a mail again under the same key when its sender died, after the lease", async () => {
    await ask();
    await asOwner(
      (sql) =>
        sql`update mails set state = 'sending', tries = 1, leased_until = ${new Date(START + 60_000).toISOString()}`,
    );
    expect(await dispatchMails(deadline())).toMatchObject({ sent: 0 });
    clockAt(START + 61_000);
    expect(await dispatchMails(deadline())).toMatchObject({ sent: 1 });
  });
});

describe("a mail that may have arrived", () => {
  const HOUR = 3_600_000;
  const LOST_ANSWER = { kind: "reset", accept: true } as const;
  const BUSY = { kind: "status", status: 429, name: "rate_limit_exceeded" } as const;
  let resend: ResendStub;
  beforeAll(async () => void (resend = await startResendStub()));
  afterAll(() => resend.close());
  afterEach(() => sendThrough("mailbox"));

  const failure = () => asOwner(async (sql) => (await sql`select state, failure, reason from mails`)[0]);
  const inDoubt = (at: number) =>
    asOwner((sql) => sql`select from mails where may_have_arrived_since = ${new Date(at).toISOString()}`);
  async function tryAt(hours: number) {
    clockAt(START + hours * HOUR);
    await asOwner((sql) => sql`update mails set next_try_at = ${new Date(START).toISOString()}`);
    return dispatchMails(deadline());
  }
  async function startThroughResend() {
    await sendThrough("resend", resend.url);
    resend.accepted.splice(0);
    await ask();
  }

  it("is sent again under its key for 23 hours, and accepted once", async () => {
    await startThroughResend();
    resend.failNext(LOST_ANSWER, LOST_ANSWER);
    expect(await tryAt(0)).toMatchObject({ queued: 1 });
    expect(await tryAt(10)).toMatchObject({ queued: 1 });
    expect(await inDoubt(START)).toHaveLength(1);
    expect(await tryAt(22.99)).toMatchObject({ sent: 1 });
    expect(resend.accepted).toHaveLength(1);
  });

  it("is never sent again after 23 hours, for any results in between", async () => {
    await startThroughResend();
    resend.failNext(LOST_ANSWER, BUSY, BUSY);
    for (const hours of [0, 1, 20]) expect(await tryAt(hours)).toMatchObject({ queued: 1 });
    resend.forgetKeys();
    const before = resend.counts.requests;
    expect(await tryAt(23)).toMatchObject({ uncertain: 1 });
    expect([resend.counts.requests - before, resend.accepted.length]).toEqual([0, 1]);
    expect(await failure()).toEqual({
      state: "uncertain",
      failure: "may have arrived",
      reason: "answer_unknown",
    });
  });

  it("counts the 23 hours from its first try in doubt, not from when it was queued", async () => {
    await startThroughResend();
    resend.failNext(BUSY, LOST_ANSWER, BUSY);
    for (const hours of [0, 20, 30]) expect(await tryAt(hours)).toMatchObject({ queued: 1 });
    expect(await tryAt(42.9)).toMatchObject({ sent: 1 });
    expect(resend.accepted).toHaveLength(1);
  });

  it("counts the 23 hours from the try of a sender that died, for any later answers", async () => {
    await startThroughResend();
    const leaseEnds = new Date(START + 120_000).toISOString();
    await asOwner((sql) => sql`update mails set state = 'sending', tries = 1, leased_until = ${leaseEnds}`);
    resend.failNext(BUSY);
    expect(await tryAt(1)).toMatchObject({ queued: 1 });
    expect(await inDoubt(START)).toHaveLength(1);
    expect(await tryAt(23)).toMatchObject({ uncertain: 1 });
    expect(resend.accepted).toEqual([]);
  });

  it("is uncertain when it is refused later, because it may have been accepted before", async () => {
    await startThroughResend();
    resend.failNext(LOST_ANSWER, BUSY, { kind: "status", status: 422, name: "validation_error" });
    for (const hours of [0, 1]) expect(await tryAt(hours)).toMatchObject({ queued: 1 });
    expect(await tryAt(2)).toMatchObject({ uncertain: 1, dead: 0 });
  });

  it("is not sent a second time through a server without idempotency keys", async () => {
    const smtp = await startSmtpStub();
    await sendThrough("smtp", smtp.url);
    await ask();
    const leaseEnds = new Date(START + 120_000).toISOString();
    await asOwner((sql) => sql`update mails set state = 'sending', tries = 1, leased_until = ${leaseEnds}`);
    expect(await tryAt(1)).toMatchObject({ uncertain: 1, sent: 0 });
    await ask();
    smtp.failNext({ kind: "reset", at: "accepted" });
    expect(await tryAt(1)).toMatchObject({ uncertain: 1, sent: 0 });
    expect(smtp.accepted).toHaveLength(1);
    await forgetTransport();
    await smtp.close();
  });
});

describe("the state of a mail after an outcome", () => {
  const mail = { isBatch: false, mayHaveArrivedSince: null };
  const inDoubtMail = { ...mail, mayHaveArrivedSince: new Date(START) };
  const unknown = { kind: "unknown", afterMs: null, detail: "timeout" } as const;
  const retry = { kind: "retry", afterMs: null, detail: "429" } as const;
  const refused = {
    kind: "refused",
    by: "receiving_server",
    isAddressDead: true,
    detail: "550",
  } as const;
  const at = (hours: number) => new Date(START + hours * 3_600_000);

  it.each([
    ["an accepted mail is sent", mail, { kind: "accepted", messageIds: ["1"] } as const, true, 0, "sent"],
    ["an unknown outcome is tried again under its key", inDoubtMail, unknown, true, 22, "queued"],
    ["a first unknown outcome is tried again for a mail of any age", mail, unknown, true, 40, "queued"],
    [
      "an unknown outcome is uncertain when the provider may have forgotten the key",
      inDoubtMail,
      unknown,
      true,
      23,
      "uncertain",
    ],
    [
      "an unknown outcome without idempotency keys is uncertain immediately",
      mail,
      unknown,
      false,
      0,
      "uncertain",
    ],
    ["a busy provider is tried again", mail, retry, true, 0, "queued"],
    ["a busy provider is tried again after 47 hours", mail, retry, true, 47, "queued"],
    ["a mail is given up after two days", mail, retry, true, 48, "dead"],
    ["a refusal is final", mail, refused, true, 0, "dead"],
    ["a refusal after a try in doubt is uncertain", inDoubtMail, refused, true, 0, "uncertain"],
    ["a busy answer after a forgotten key is uncertain", inDoubtMail, retry, true, 23, "uncertain"],
    ["a refused batch sends its mails one by one", { ...mail, isBatch: true }, refused, true, 0, "queued"],
    [
      "a refused batch in doubt sends its mails one by one",
      { ...inDoubtMail, isBatch: true },
      refused,
      true,
      0,
      "queued",
    ],
  ])("%s", (_name, shipment, outcome, isIdempotent, hours, end) => {
    expect(
      stateAfterTry({ sendableSince: new Date(START) }, shipment, outcome, isIdempotent, at(hours)),
    ).toBe(end);
  });
});
