import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { DAY_MS } from "@/lib/durations";
import { resendTransport } from "@/lib/mails/transports/resend-transport";
import { type ResendStub, startResendStub, STUB_KEY, type StubFault } from "@/tests/support/resend-stub";
import { describeTransport } from "./transport-contract";
import { sampleMail } from "./transport-sample";
import type { ArrivedMail, Fault } from "./transport-under-test";

/** Only for answers that never come. A slow request on a busy machine must stay far below it. */
const SHORT_TIMEOUT_MS = 2_000;

const FAULTS: Partial<Record<Fault, StubFault>> = {
  delay: { kind: "status", status: 429, name: "rate_limit_exceeded", retryAfter: "2" },
  refuse: { kind: "status", status: 422, name: "validation_error" },
  fail: { kind: "status", status: 500, accept: true },
  cutBefore: { kind: "reset", accept: false },
  cutAfter: { kind: "reset", accept: true },
  hangBefore: { kind: "hang", accept: false },
  hangAfter: { kind: "hang", accept: true },
};

describeTransport(
  "Resend",
  async () => {
    const stub = await startResendStub();
    return {
      transport: resendTransport({ apiKey: STUB_KEY, baseUrl: stub.url }),
      withShortTimeout: resendTransport({
        apiKey: STUB_KEY,
        baseUrl: stub.url,
        timeoutMs: SHORT_TIMEOUT_MS,
      }),
      arrived: async () => stub.accepted.splice(0).map(({ mail }) => arrivedMail(mail)),
      cause: (fault) => stub.failNext(...[FAULTS[fault]].filter((known) => known !== undefined)),
      goDown: stub.goDown,
      close: stub.close,
    };
  },
  {
    delay: { kind: "retry", afterMs: 2000, detail: "resend 429 rate_limit_exceeded" },
    refuse: { kind: "refused", by: "provider", isAddressDead: false, detail: "resend 422 validation_error" },
    fail: { kind: "unknown", detail: "resend 500 internal_server_error" },
    cutBefore: { kind: "unknown" },
    cutAfter: { kind: "unknown" },
    hangBefore: { kind: "unknown", detail: "resend TimeoutError application_error" },
    hangAfter: { kind: "unknown" },
  },
);

describe("the transport for Resend", () => {
  let stub: ResendStub;
  beforeAll(async () => void (stub = await startResendStub()));
  afterAll(() => stub.close());
  afterEach(() => void stub.accepted.splice(0));
  const open = (apiKey = STUB_KEY) => resendTransport({ apiKey, baseUrl: stub.url });

  it("treats a 409 for another body under a known key as accepted, without ids", async () => {
    const [transport, key] = [open(), randomUUID()];
    await transport.send(key, [sampleMail({ subject: "first" })]);
    const outcome = await transport.send(key, [sampleMail({ subject: "second" })]);
    expect(outcome).toEqual({ kind: "accepted", messageIds: [] });
    expect(stub.accepted.map(({ mail }) => mail.subject)).toEqual(["first"]);
  });

  it("sends a mail twice when the provider forgot the key, hence the limit of 23 hours", async () => {
    const [transport, key] = [open(), randomUUID()];
    await transport.send(key, [sampleMail({})]);
    stub.forgetKeys();
    await transport.send(key, [sampleMail({})]);
    expect(stub.accepted).toHaveLength(2);
  });

  it("sends a batch in one request, and a repetition returns the same ids", async () => {
    const [transport, key] = [open(), randomUUID()];
    const mails = Array.from({ length: 100 }, (_, index) =>
      sampleMail({ to: `reader-${index}@client.example` }),
    );
    const before = stub.counts.requests;
    stub.failNext({ kind: "reset", accept: true });
    expect((await transport.send(key, mails)).kind).toBe("unknown");
    const outcome = await transport.send(key, mails);
    expect(outcome).toEqual({ kind: "accepted", messageIds: stub.accepted.map(({ id }) => id) });
    expect([stub.counts.requests - before, stub.accepted.length]).toEqual([2, 100]);
  });

  it("sends large and small batches one after the other and in parallel, each with its exact bytes", async () => {
    const transport = resendTransport({ apiKey: STUB_KEY, baseUrl: stub.url });
    const batch = (mark: string, length: number) =>
      Array.from({ length: 100 }, (_, index) =>
        sampleMail({ subject: `${mark} ${index}`, html: `<p>${`${mark}é€👩‍💻`.repeat(length)}</p>` }),
      );
    const batches = [batch("A", 1), batch("B", 2_000), batch("C", 30), batch("D", 1_500)];
    for (let round = 0; round < 2; round += 1) {
      const outcomes = await Promise.all(batches.map((mails) => transport.send(randomUUID(), mails)));
      expect(outcomes.map(({ kind }) => kind)).toEqual(batches.map(() => "accepted"));
      const arrived = new Map(stub.accepted.splice(0).map(({ mail }) => [mail.subject, mail.html]));
      expect(arrived).toEqual(new Map(batches.flat().map(({ subject, html }) => [subject, html])));
    }
  });

  it("never sends a batch with attachments", async () => {
    const attachments = [{ fileName: "a", mediaType: "text/plain", content: Buffer.from("a") }];
    await expect(open().send("k", [sampleMail({}), sampleMail({ attachments })])).rejects.toThrow(
      "attachments",
    );
  });

  it.each<[StubFault, object]>([
    [{ kind: "status", status: 409, name: "concurrent_idempotent_requests" }, { kind: "unknown" }],
    [
      { kind: "status", status: 502, html: true },
      { kind: "unknown", detail: "resend 502 application_error" },
    ],
    [
      { kind: "status", status: 503, retryAfter: "7" },
      { kind: "unknown", afterMs: 7000 },
    ],
    [
      { kind: "status", status: 429, name: "daily_quota_exceeded" },
      { kind: "retry", afterMs: null },
    ],
    [
      { kind: "status", status: 429, retryAfter: "soon" },
      { kind: "retry", afterMs: null },
    ],
    [
      { kind: "status", status: 429, retryAfter: "99999999" },
      { kind: "retry", afterMs: DAY_MS },
    ],
    [{ kind: "status", status: 403, name: "validation_error" }, { kind: "retry" }],
    [{ kind: "status", status: 404, html: true }, { kind: "retry" }],
    [{ kind: "status", status: 302 }, { kind: "retry" }],
    [{ kind: "status", status: 200, html: true }, { kind: "unknown" }],
    [
      { kind: "status", status: 200 },
      { kind: "unknown", detail: "resend answered without message ids" },
    ],
    [{ kind: "status", status: 400, name: "invalid_idempotency_key" }, { kind: "refused" }],
  ])("returns for the fault %o: %o", async (fault, meaning) => {
    stub.failNext(fault);
    expect(await open().send(randomUUID(), [sampleMail({})])).toMatchObject(meaning);
    expect(stub.accepted).toEqual([]);
  });

  it("accepts a date in Retry-After", async () => {
    const date = new Date(Math.floor(now().getTime() / 1000) * 1000 + 90_000);
    stub.failNext({ kind: "status", status: 429, retryAfter: date.toUTCString() });
    const outcome = await open().send(randomUUID(), [sampleMail({})]);
    expect(outcome).toMatchObject({ kind: "retry", afterMs: date.getTime() - now().getTime() });
  });

  it("returns retry for a failed connection, because the mail was surely not sent", async () => {
    const baseUrl = stub.url.replace("http:", "https:");
    const transport = resendTransport({ apiKey: STUB_KEY, baseUrl });
    expect((await transport.send(randomUUID(), [sampleMail({})])).kind).toBe("retry");
    expect(stub.accepted).toEqual([]);
  });

  it("treats a wrong key as a fault of the installation, not of the mail", async () => {
    const outcome = await open("re_wrong").send(randomUUID(), [sampleMail({})]);
    expect(outcome).toEqual({ kind: "retry", afterMs: null, detail: "resend 401 invalid_api_key" });
  });
});

function arrivedMail(mail: ResendStub["accepted"][number]["mail"]): ArrivedMail {
  const [, name = "", address = ""] = /^"((?:[^"\\]|\\.)*)" <([^<>]*)>$/.exec(mail.from) ?? [];
  return {
    fromName: name.replace(/\\(.)/g, "$1"),
    fromAddress: address,
    recipients: [mail.to].flat(),
    replyTo: mail.reply_to ?? "",
    subject: mail.subject,
    html: mail.html ?? "",
    text: mail.text ?? "",
    headers: Object.fromEntries(
      Object.entries(mail.headers ?? {}).map(([key, value]) => [key.toLowerCase(), value]),
    ),
    attachments: (mail.attachments ?? []).map(({ filename, content, content_type }) => ({
      fileName: filename,
      mediaType: content_type ?? "",
      content: Buffer.from(content, "base64"),
    })),
  };
}
