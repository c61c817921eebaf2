import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GET as jsonRoute } from "@/app/dev/mailbox.json/route";
import { GET as attachmentRoute } from "@/app/dev/mailbox/[id]/attachments/[number]/route";
import { GET as htmlRoute } from "@/app/dev/mailbox/[id]/html/route";
import { env, forgetEnv } from "@/lib/env";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { mailboxTransport } from "@/lib/mails/transports/mailbox-transport";
import { openMailboxAttachment } from "@/lib/mails/transports/open-mailbox-attachment";
import { describeTransport } from "./transport-contract";
import { sampleMail } from "./transport-sample";
import type { ArrivedMail } from "./transport-under-test";

const folder = () => join(env().DATA_DIR, "mailbox");
const listed = (query = "") => jsonRoute(new Request(`http://localhost/dev/mailbox.json${query}`), {});
const place = <T extends object>(params: T) => ({ params: Promise.resolve(params) });

describeTransport("the demo mailbox", async () => {
  await mkdir(folder(), { recursive: true });
  let seen = (await listMailbox(1000)).length;
  return {
    transport: mailboxTransport(folder()),
    async arrived() {
      const mails = (await listMailbox(1000)).reverse();
      return Promise.all(mails.slice(seen, (seen = mails.length)).map(arrivedMail));
    },
    cause: () => {},
    async goDown() {
      await rename(folder(), `${folder()}-away`);
      await writeFile(folder(), "a file where the folder should be");
      return async () => {
        await rm(folder());
        await rename(`${folder()}-away`, folder());
      };
    },
    close: async () => {},
  };
});

describe("the demo mailbox's folder", () => {
  it("contains a request once and completely, and nothing else, after twenty simultaneous tries", async () => {
    const [path, key] = [join(folder(), "../race"), randomUUID()];
    const mails = Array.from({ length: 5 }, () => sampleMail({}));
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => mailboxTransport(path).send(key, mails)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(readdirSync(path)).toHaveLength(1);
  });

  it("can be read by the user of the portal alone", async () => {
    const path = join(env().DATA_DIR, "other-mailbox");
    await mailboxTransport(path).send(randomUUID(), [
      sampleMail({
        attachments: [{ fileName: "a.pdf", mediaType: "application/pdf", content: randomBytes(9) }],
      }),
    ]);
    const names = readdirSync(path, { recursive: true, encoding: "utf8" });
    const modes = [".", ...names].map((name) => {
      const found = statSync(join(path, name));
      return `${found.isDirectory() ? "folder" : "file"} ${(found.mode & 0o777).toString(8)}`;
    });
    expect([...new Set(modes)].sort()).toEqual(["file 600", "folder 700"]);
  });

  it("gives access to no other folder, for any requested name", async () => {
    for (const id of ["../../demo.json", "..", "", `${"0".repeat(32)}-0/../x`, `${"0".repeat(32)}-0`])
      expect(await openMailboxAttachment(id, 0)).toBeNull();
  });
});

describe("the demo mailbox's order", () => {
  it("is the order of arrival, also for mails in quick succession", async () => {
    const transport = mailboxTransport(folder());
    const sent = Array.from({ length: 30 }, (_, n) => `quick-${n}@client.example`);
    for (const to of sent) await transport.send(randomUUID(), [sampleMail({ to })]);
    expect((await listMailbox(sent.length)).map(({ to }) => to)).toEqual(sent.toReversed());
  });
});

describe("/dev/mailbox.json", () => {
  it("lists the newest mail first, in the agreed format, for one recipient if requested", async () => {
    const attachments = [
      { fileName: "facture.pdf", mediaType: "application/pdf", content: randomBytes(1234) },
    ];
    const transport = mailboxTransport(folder());
    await transport.send(randomUUID(), [sampleMail({ to: "old@client.example" })]);
    await transport.send(randomUUID(), [
      sampleMail({ to: "New@client.example", attachments, headers: { "X-Entity-Ref-ID": "7" } }),
    ]);
    const [newest, next] = await (await listed()).json();
    expect(next.to).toBe("old@client.example");
    const { html, text, subject } = sampleMail({});
    expect(newest).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}-0$/),
      to: "New@client.example",
      from: '"Mobilize Lease" <factures@lease.example>',
      subject,
      html,
      text,
      headers: { "Reply-To": "service-clients@lease.example", "X-Entity-Ref-ID": "7" },
      attachments: [{ filename: "facture.pdf", size: 1234 }],
      sentAt: expect.stringMatching(/Z$/),
    });
    const found = await (await listed("?to=new%40client.EXAMPLE")).json();
    expect(found.map(({ id }: { id: string }) => id)).toEqual([newest.id]);
    expect(await (await listed("?to=nobody@client.example")).json()).toEqual([]);
  });

  it("and the whole mailbox do not exist outside the embedded mode", async () => {
    const [{ id }] = await (await listed()).json();
    const answers = () =>
      Promise.all([
        listed(),
        htmlRoute(new Request("http://localhost/"), place({ id })),
        attachmentRoute(new Request("http://localhost/"), place({ id, number: "0" })),
      ]);
    expect((await answers()).map(({ status }) => status)).toEqual([200, 200, 200]);
    process.env.EMBEDDED = "false";
    forgetEnv();
    try {
      expect((await answers()).map(({ status }) => status)).toEqual([404, 404, 404]);
    } finally {
      process.env.EMBEDDED = "true";
      forgetEnv();
    }
  });
});

describe("the rendered mail", () => {
  it("runs nothing and loads logos only, and only the portal can frame it; its links open in a new window", async () => {
    const html = '<html><head></head><body><script>alert(1)</script><a href="/x">x</a></body></html>';
    await mailboxTransport(folder()).send(randomUUID(), [sampleMail({ html })]);
    const [{ id }] = await (await listed()).json();
    const answer = await htmlRoute(new Request("http://localhost/"), place({ id }));
    expect(answer.headers.get("content-security-policy")).toBe(
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; " +
        `img-src data: ${env().APP_URL}/api/logo/; ` +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await answer.text()).toContain('<head><base target="_blank">');
  });
});

async function arrivedMail(mail: Awaited<ReturnType<typeof listMailbox>>[number]): Promise<ArrivedMail> {
  const [, name = "", address = ""] = /^"((?:[^"\\]|\\.)*)" <([^<>]*)>$/.exec(mail.from) ?? [];
  return {
    fromName: name.replace(/\\(.)/g, "$1"),
    fromAddress: address,
    recipients: [mail.to],
    replyTo: mail.replyTo,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: Object.fromEntries(
      Object.entries(mail.headers).map(([key, value]) => [key.toLowerCase(), value]),
    ),
    attachments: await Promise.all(
      mail.attachments.map(async ({ fileName, mediaType }, number) => ({
        fileName,
        mediaType,
        content: (await openMailboxAttachment(mail.id, number))?.content ?? Buffer.alloc(0),
      })),
    ).then((all) => all.map((one) => ({ ...one, content: Buffer.from(one.content) }))),
  };
}
