import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { smtpTransport } from "@/lib/mails/transports/smtp-transport";
import {
  type AcceptedMessage,
  type SmtpFault,
  type SmtpStub,
  startSmtpStub,
} from "@/tests/support/smtp-stub";
import { describeTransport } from "./transport-contract";
import { sampleMail } from "./transport-sample";
import type { ArrivedMail, Fault } from "./transport-under-test";

/** The timeout for a server that never answers. It is long enough for a normal answer on a busy machine. */
const SHORT_TIMEOUT_MS = 2_000;

const FAULTS: Partial<Record<Fault, SmtpFault>> = {
  delay: { kind: "answer", at: "rcpt", code: 451, text: "4.7.1 greylisted, reader@client.example" },
  refuse: { kind: "answer", at: "data", code: 554, text: "5.7.1 looks like spam" },
  refuseRecipient: { kind: "answer", at: "rcpt", code: 550, text: "5.1.1 no such mailbox here: a@b.example" },
  fail: { kind: "answer", at: "data", code: 452, text: "4.3.1 disk full" },
  cutBefore: { kind: "reset", at: "mail" },
  cutInside: { kind: "reset", at: "message" },
  cutAfter: { kind: "reset", at: "accepted" },
  hangBefore: { kind: "hang", at: "rcpt" },
  hangAfter: { kind: "hang", at: "accepted" },
};

describeTransport(
  "SMTP",
  async () => {
    const stub = await startSmtpStub();
    return {
      transport: smtpTransport({ url: stub.url }),
      withShortTimeout: smtpTransport({ url: stub.url, timeoutMs: SHORT_TIMEOUT_MS }),
      arrived: async () => stub.accepted.splice(0).map(arrivedMail),
      cause: (fault) => stub.failNext(...[FAULTS[fault]].filter((known) => known !== undefined)),
      goDown: stub.goDown,
      close: stub.close,
    };
  },
  {
    delay: { kind: "retry", afterMs: null, detail: "smtp 451 4.7.1 RCPT TO" },
    refuse: { kind: "refused", by: "receiving_server", isAddressDead: false, detail: "smtp 554 5.7.1 DATA" },
    refuseRecipient: {
      kind: "refused",
      by: "receiving_server",
      isAddressDead: true,
      detail: "smtp 550 5.1.1 RCPT TO",
    },
    fail: { kind: "retry", detail: "smtp 452 4.3.1 DATA" },
    cutBefore: { kind: "retry" },
    cutAfter: { kind: "unknown" },
    hangBefore: { kind: "retry", detail: "smtp ETIMEDOUT" },
    hangAfter: { kind: "unknown", detail: "smtp ETIMEDOUT" },
  },
);

describe("an SMTP server", () => {
  let stub: SmtpStub;
  beforeAll(async () => void (stub = await startSmtpStub()));
  afterAll(() => stub.close());
  afterEach(() => void stub.accepted.splice(0));

  async function withTransport<T>(
    work: (transport: ReturnType<typeof smtpTransport>) => Promise<T>,
    options: { timeoutMs?: number } = {},
  ): Promise<T> {
    const transport = smtpTransport({ url: stub.url, ...options });
    try {
      return await work(transport);
    } finally {
      await transport.close();
    }
  }

  it("that closes the connection inside a long message has not accepted it, so the outcome is a retry", async () => {
    const attachments = [{ fileName: "big", mediaType: "text/plain", content: randomBytes(8_000_000) }];
    stub.failNext({ kind: "reset", at: "message" });
    const outcome = await withTransport((transport) =>
      transport.send(randomUUID(), [sampleMail({ attachments })]),
    );
    expect(outcome.kind).toBe("retry");
    expect(stub.accepted).toEqual([]);
  });

  it("that accepted a mail but whose answer was lost does not get the mail again from the connection pool", async () => {
    await withTransport(async (transport) => {
      stub.failNext({ kind: "reset", at: "accepted" });
      expect((await transport.send(randomUUID(), [sampleMail({ subject: "lost answer" })])).kind).toBe(
        "unknown",
      );
      expect((await transport.send(randomUUID(), [sampleMail({ subject: "next" })])).kind).toBe("accepted");
    });
    expect(stub.accepted.map(({ parsed }) => parsed.subject)).toEqual(["lost answer", "next"]);
  });

  it("that refuses the connection, or never greets, gives a retry, because the mail is not the cause", async () => {
    stub.failNext({ kind: "answer", at: "connect", code: 554, text: "not you" });
    expect((await withTransport((transport) => transport.send("a", [sampleMail({})]))).kind).toBe("retry");
    stub.failNext({ kind: "hang", at: "connect" });
    const unanswered = await withTransport((transport) => transport.send("b", [sampleMail({})]), {
      timeoutMs: SHORT_TIMEOUT_MS,
    });
    expect(unanswered.kind).toBe("retry");
  });

  it("that closes the connection before its greeting is not tried again by the connection pool itself", async () => {
    stub.failNext({ kind: "close", at: "connect" }, { kind: "answer", at: "connect", code: 421 });
    const first = await withTransport((transport) => transport.send("c", [sampleMail({})]));
    expect(first).toEqual({ kind: "retry", afterMs: null, detail: "smtp connection closed" });
    const second = await withTransport((transport) => transport.send("c", [sampleMail({})]));
    expect(second).toMatchObject({ kind: "retry", detail: expect.stringContaining("421") });
  });

  it("gets one Message-ID per key, in the sender's domain, and not the name of the software", async () => {
    await withTransport((transport) => transport.send("mail/1", [sampleMail({})]));
    await withTransport((transport) => transport.send("mail/2", [sampleMail({})]));
    const ids = stub.accepted.map(({ parsed }) => parsed.messageId);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^<[0-9a-f]{32}@lease\.example>$/);
    expect(stub.accepted[0]?.raw.toString()).not.toMatch(/nodemailer|x-mailer/i);
  });

  it("on another machine must offer TLS", async () => {
    // The same server under a name that does not count as this machine.
    const url = stub.url.replace("127.0.0.1", "0.0.0.0");
    const transport = smtpTransport({ url });
    expect(await transport.send(randomUUID(), [sampleMail({})])).toMatchObject({ kind: "retry" });
    await transport.close();
    expect(stub.accepted).toEqual([]);
    const withoutTls = smtpTransport({ url: `${url}?requireTLS=false` });
    expect(await withoutTls.send(randomUUID(), [sampleMail({})])).toMatchObject({ kind: "accepted" });
    await withoutTls.close();
  });
});

function arrivedMail({ envelope, parsed }: AcceptedMessage): ArrivedMail {
  const addresses = (list: { address?: string | undefined }[] = []) =>
    list.map(({ address = "" }) => address);
  return {
    fromName: parsed.from?.name ?? "",
    fromAddress: parsed.from?.address ?? "",
    recipients: [
      ...new Set([
        ...envelope.to,
        ...addresses(parsed.to),
        ...addresses(parsed.cc),
        ...addresses(parsed.bcc),
      ]),
    ],
    replyTo: addresses(parsed.replyTo).join(),
    subject: parsed.subject ?? "",
    // The last line break of a part belongs to the boundary after it (RFC 2046, section 5.1.1), or to the parser.
    html: `${(parsed.html ?? "").trimEnd()}\n`,
    text: `${(parsed.text ?? "").trimEnd()}\n`,
    headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
    attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({
      fileName: filename ?? "",
      mediaType: mimeType,
      content: typeof content === "string" ? Buffer.from(content) : Buffer.from(content as ArrayBuffer),
    })),
  };
}
