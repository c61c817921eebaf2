import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { invoiceFile } from "@/tests/support/invoice-file";
import { PASSWORD } from "@/tests/support/world";
import { ask, hold, multipart, readForm } from "./ask";
import type { Target, Tenant } from "./attacked-portal";
import { resourceUse, type Try } from "./measure";

/** An attack on the portal, and the request that another person, the victim, makes meanwhile. */
export interface Attack {
  name: string;
  /** One request of the victim. */
  victim: Try;
  /** How many requests the victim makes. */
  times: number;
  /** Begins the attack; the returned function ends it and returns a line for the report. */
  begin(): Promise<() => Promise<string>>;
}

const ATTACKER = "127.0.66.6";
const VICTIM = "127.0.7.7";
const HTML = { accept: "text/html" };

/** The attacks of T30 (docs/security.md), at volumes that once made the portal unusable. */
export async function attacksOn(portal: Target): Promise<Attack[]> {
  const { app, attacker, accomplices, victim } = portal;
  const { url } = app;
  const list: Try = async () => {
    const { status, ms, body } = await ask(`${url}/invoices`, {
      headers: { ...HTML, cookie: victim.cookie },
      from: VICTIM,
    });
    return { ms, isRight: status === 200 && body.includes("FT-") };
  };
  const signIn = await signInOn(url, victim);
  return [
    {
      name: "38 sign-ins a second on invented identifiers",
      times: 60,
      victim: () => signIn(victim.account.identifiers.member, VICTIM),
      begin: async () => {
        let sent = 0;
        const guess = () => void signIn(`invented-${(sent += 1)}`, ATTACKER).catch(() => {});
        const timer = setInterval(guess, 1_000 / 38);
        await pause(2_000);
        return async () => (clearInterval(timer), `${sent} guesses`);
      },
    },
    {
      name: "24 searches of one user at a time",
      times: 60,
      victim: list,
      begin: () =>
        repeatedly(24, async (n) => {
          const search = `${url}/invoices?q=zz${n}&from=2020-01-01`;
          return (await ask(search, { headers: { ...HTML, cookie: attacker.cookie }, from: ATTACKER }))
            .status;
        }),
    },
    {
      name: "packs of four users with two stalled readers each",
      times: 30,
      victim: async () => {
        const { status, ms } = await ask(`${url}/invoices/export?format=csv`, {
          headers: { cookie: victim.cookie },
          from: VICTIM,
        });
        return { ms, isRight: status === 200 };
      },
      begin: async () => {
        const sockets = accomplices.flatMap(({ cookie }) =>
          [1, 2].map(() => stalledReader(url, "/invoices/export?format=zip", cookie)),
        );
        await pause(1_500);
        return () => closeAndReport(sockets, app.pid);
      },
    },
    {
      name: "24 hostile PDFs of one supplier",
      times: 60,
      victim: () => deposit(url, victim, invoiceFile({ customerNumber: victim.account.customerNumber })),
      begin: () => repeatedly(24, async () => (await deposit(url, attacker, HOSTILE)).status),
    },
    {
      name: "120 unfinished posts of 9 MB",
      times: 60,
      victim: () => signIn(victim.account.identifiers.member, VICTIM),
      begin: () => holdUnfinishedPosts(url, app.pid, 9_000_000),
    },
    {
      name: "120 unfinished posts of 900 KB",
      times: 60,
      victim: () => signIn(victim.account.identifiers.member, VICTIM),
      begin: () => holdUnfinishedPosts(url, app.pid, 900_000),
    },
    {
      name: "200 stalled downloads of one user",
      times: 60,
      victim: async () => {
        const { status, ms, body } = await ask(`${url}/invoices/${victim.invoiceId}/original?download`, {
          headers: { cookie: victim.cookie },
          from: VICTIM,
        });
        return { ms, isRight: status === 200 && body.length === 8_000_009 };
      },
      begin: async () => {
        const path = `/invoices/${attacker.invoiceId}/original?download`;
        const sockets = Array.from({ length: 200 }, () => stalledReader(url, path, attacker.cookie));
        await pause(3_000);
        return () => closeAndReport(sockets, app.pid);
      },
    },
  ];
}

/** A PDF that keeps the parser busy until its time limit. */
const HOSTILE = { fileName: "hostile.pdf", bytes: Buffer.from(`%PDF-1.7\n${"1 0 ob ".repeat(2_800_000)}`) };

async function signInOn(url: string, { supplier }: Tenant) {
  const page = `${url}/${supplier.slug}`;
  const hidden = await readForm(page);
  return async (identifier: string, from: string) => {
    // Each request has a new form id, because a form that is sent again gets its first answer.
    const fields = hidden.map(([name, value]): [string, string] => [
      name,
      name === "formId" ? randomUUID() : value,
    ]);
    const { body, type } = multipart([...fields, ["identifier", identifier], ["password", PASSWORD]]);
    const headers = { ...HTML, origin: url, "content-type": type, "content-length": String(body.length) };
    const { status, location, ms } = await ask(page, { method: "POST", headers, body, from });
    return { ms, isRight: status === 303 && location.endsWith("/invoices") };
  };
}

async function deposit(
  url: string,
  { supplier, account }: Tenant,
  file: { fileName: string; bytes: Uint8Array },
) {
  const metadata = JSON.stringify({ customerNumber: account.customerNumber });
  const { body, type } = multipart([
    ["file", file],
    ["metadata", metadata],
  ]);
  const headers = {
    authorization: `Bearer ${supplier.key}`,
    "content-type": type,
    "content-length": String(body.length),
  };
  const { status, ms } = await ask(`${url}/api/v1/invoices?dryRun`, { method: "POST", headers, body });
  return { status, ms, isRight: status === 200 };
}

/** Keeps `parallel` attempts running until the attack ends; reports the statuses they got. */
async function repeatedly(parallel: number, attempt: (n: number) => Promise<number>) {
  let isOver = false;
  const statuses = new Map<string, number>();
  const loops = Array.from({ length: parallel }, async (_, n) => {
    while (!isOver) {
      const status = await attempt(n).catch(() => "cut");
      statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
    }
  });
  await pause(1_000);
  return async () => {
    isOver = true;
    await Promise.all(loops);
    return [...statuses].map(([status, count]) => `${count} × ${status}`).join(", ");
  };
}

const stalledReader = (url: string, path: string, cookie: string): Socket =>
  hold(
    url,
    `GET ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nX-Forwarded-For: ${ATTACKER}\r\nCookie: ${cookie}\r\n\r\n`,
    {
      isStalled: true,
    },
  );

async function holdUnfinishedPosts(url: string, pid: number, bytes: number) {
  const before = resourceUse(pid).megabytes;
  const head = `POST / HTTP/1.1\r\nHost: ${new URL(url).host}\r\nX-Forwarded-For: ${ATTACKER}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${bytes}\r\n\r\n`;
  const sockets = Array.from({ length: 120 }, () =>
    hold(url, head + "x".repeat(bytes - 1_000), { isStalled: false }),
  );
  await pause(3_000);
  return async () => {
    const { megabytes } = resourceUse(pid);
    for (const socket of sockets) socket.destroy();
    return `memory of the portal ${before} MB before, ${megabytes} MB during the attack`;
  };
}

async function closeAndReport(sockets: Socket[], pid: number): Promise<string> {
  const { descriptors } = resourceUse(pid);
  const open = sockets.filter(({ destroyed }) => !destroyed).length;
  for (const socket of sockets) socket.destroy();
  return `${open} of ${sockets.length} still connected, ${descriptors} descriptors of the portal`;
}
