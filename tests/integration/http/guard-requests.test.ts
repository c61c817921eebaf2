import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { env, forgetEnv } from "@/lib/env";
import { guardRequests } from "@/lib/http/guard-requests";
import { sealSessionId, SESSION_COOKIE } from "@/lib/http/session-cookie";
import { RESOURCES } from "@/lib/limits/resources";
import { takeTurn } from "@/lib/limits/take-turn";
import { eventually } from "@/tests/support/eventually";

let server: Server;
let endGuard: () => void;
let port: number;
/** The requests that the guard let through, and those of them whose body has been read. */
const seen: string[] = [];
const read: string[] = [];

/** One function for each long answer that is still open; it ends the answer. */
const finish: (() => void)[] = [];

beforeAll(async () => {
  endGuard = guardRequests();
  server = createServer((request, response) => {
    seen.push(request.url ?? "");
    if (request.url?.startsWith("/long")) return void finish.push(() => response.end("at last"));
    // Behaves like Next, whose promise may stay pending when a reader disconnects.
    if (request.url === "/large") return new Promise(() => response.write("x".repeat(20_000_000)));
    request.resume().on("end", () => {
      read.push(request.url ?? "");
      response.end("passed");
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  endGuard();
  server.close();
});
afterEach(() => {
  vi.useRealTimers();
  seen.length = 0;
  read.length = 0;
});

const HOST = () => new URL(env().APP_URL).host;

/** Sends the bytes of a request and returns those of the answer, until the server closes the connection. */
function send(head: string, headers: string[] = [], body = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (bytes) => (answer += String(bytes)));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
    const host = headers.some((line) => /^host:/i.test(line)) ? [] : [`Host: ${HOST()}`];
    socket.write([`${head} HTTP/1.1`, ...host, ...headers, "", body].join("\r\n"));
  });
}

const BROWSER = ["Accept: text/html", "Accept-Language: fr"];

describe("the guard before Next", () => {
  it("lets a form through, with its body", async () => {
    const answer = await send("POST /a", ["Content-Length: 4", "Connection: close"], "text");
    expect(answer).toMatch(/^HTTP\/1\.1 200 .*passed$/s);
    expect([seen, read]).toEqual([["/a"], ["/a"]]);
  });

  it.each([
    ["GET /%", 400, "Cette adresse n’est pas lisible"],
    ["GET /api/v1/accounts/%ff", 400, "Cette adresse n’est pas lisible"],
    ["TRACE /", 405, "Cette demande n’est pas possible ici"],
    [`GET /${"a".repeat(9_000)}`, 414, "Cette adresse est trop longue"],
  ])("refuses %.20s with %i, our headers and a page that explains it", async (head, status, title) => {
    const answer = await send(head, BROWSER);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain(`<h1>${title}</h1>`);
    expect(answer.toLowerCase()).toMatch(/x-content-type-options: nosniff/);
    expect(answer.toLowerCase()).toMatch(/content-security-policy: default-src 'none'/);
    expect(answer).not.toMatch(/\bat .*\.(js|ts):\d/);
    expect(seen).toEqual([]);
  });

  it("answers a program with a problem document", async () => {
    expect(await send("GET /%")).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*"urn:e-facture/s);
  });

  it("refuses a form of 9 MB before any of it is read", async () => {
    const answer = await send("POST /mobilize-lease", [...BROWSER, "Content-Length: 9000000"], "x");
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*C’est trop pour un formulaire/s);
    expect(seen).toEqual([]);
  });

  it("sends a browser of this machine from 127.0.0.1 to the portal's address, and tells others where it is", async () => {
    const loopbackHost = HOST().replace("localhost", "127.0.0.1");
    const sentOn = await send("GET /mobilize-lease?next=%2Finvoices", [...BROWSER, `Host: ${loopbackHost}`]);
    expect(sentOn).toMatch(/^HTTP\/1\.1 307 /);
    expect(sentOn).toContain(`location: ${env().APP_URL}/mobilize-lease?next=%2Finvoices`);
    const page = await send("GET /mobilize-lease", [...BROWSER, "Host: 192.168.1.20:3000"]);
    expect(page).toMatch(/^HTTP\/1\.1 421 /);
    expect(page).toContain(`href="${env().APP_URL}/mobilize-lease"`);
    expect(page).toContain(`<pre>${env().APP_URL}</pre>`);
  });

  it("ends a form that stops arriving, and takes its turn away", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
    const waiting = send("POST /slow", [...BROWSER, "Content-Length: 100"], "only this");
    const load = () => globalThis.efactureTurns?.get("forms")?.load;
    await eventually("it has its turn", () => load()?.running === 1);
    for (let second = 0; second < 11; second += 1) vi.advanceTimersByTime(1_000);
    expect(await waiting).toMatch(/^HTTP\/1\.1 408 .*L’envoi s’est arrêté/s);
    expect(load()).toEqual({ running: 0, waiting: 0 });
    expect(seen).toEqual([]);
  });

  it("ends a form of unknown length that grows beyond its limit", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
    const chunk = "x".repeat(3 * 1024 * 1024);
    const waiting = send(
      "POST /endless",
      [...BROWSER, "Transfer-Encoding: chunked"],
      `${chunk.length.toString(16)}\r\n${chunk}\r\n`,
    );
    await eventually("it has arrived", async () => {
      vi.advanceTimersByTime(1_000);
      return (await Promise.race([waiting, Promise.resolve("")])) !== "";
    });
    expect(await waiting).toMatch(/^HTTP\/1\.1 413 /);
  });

  it.each([
    ["forms", 100],
    ["bodies", 900_000],
  ] as const)(
    "lets one network have a part of the %s, so that another network's arrives",
    async (resource, length) => {
      const { atOnce, each } = RESOURCES[resource];
      const sockets = Array.from({ length: each.network + 5 }, () => connect(port, "127.0.0.1"));
      for (const socket of sockets)
        socket.write(`POST /held HTTP/1.1\r\nHost: ${HOST()}\r\nContent-Length: ${length}\r\n\r\nonly this`);
      const load = () => globalThis.efactureTurns?.get(resource)?.load;
      await eventually("the network has what it may have", () => load()?.waiting === 5);
      expect(load()).toEqual({ running: each.network, waiting: 5 });
      expect(each.network).toBeLessThan(atOnce);
      for (const socket of sockets) socket.destroy();
      await eventually("they are given back", () => load()?.running === 0 && load()?.waiting === 0);
    },
  );

  it("serves a browser that has signed in before the strangers of its network", async () => {
    const strangers = Array.from({ length: RESOURCES.forms.each.network + 20 }, () =>
      connect(port, "127.0.0.1"),
    );
    const post = (path: string, cookie = "", length = 100) =>
      `POST ${path} HTTP/1.1\r\nHost: ${HOST()}\r\nConnection: close\r\n${cookie}Content-Length: ${length}\r\n\r\nonly this`;
    for (const socket of strangers) socket.write(post("/stranger"));
    const waiting = () => globalThis.efactureTurns?.get("forms")?.load.waiting;
    await eventually("strangers wait", () => waiting() === 20);
    const known = connect(port, "127.0.0.1");
    known.write(post("/known", `Cookie: a=b; __Host-device=${"x".repeat(43)}\r\n`, 9));
    await eventually("the known one waits", () => waiting() === 21);
    strangers[0]?.destroy();
    await eventually("it is read", () => read.includes("/known"));
    for (const socket of strangers) socket.destroy();
    await eventually("all are given back", () => globalThis.efactureTurns?.get("forms")?.load.running === 0);
  });

  it("makes few pages of one session at the same time, and those of others meanwhile", async () => {
    const expiresAt = new Date(Date.now() + 60_000);
    const [firstCookie, secondCookie] = await Promise.all(
      [0, 1].map(async () => `${SESSION_COOKIE}=${await sealSessionId(randomUUID(), expiresAt, new Date())}`),
    );
    const open = (path: string, cookie: string) =>
      void send(`GET ${path}`, [`Cookie: ${cookie}`, "Connection: close"]);
    const { session } = RESOURCES.pages.each;
    const started = (path: string) => seen.filter((one) => one === path).length;
    const waiting = () => globalThis.efactureTurns?.get("pages")?.load.waiting;

    for (let n = 0; n < session + 2; n += 1) open("/long/mine", firstCookie ?? "");
    await eventually("two wait", () => waiting() === 2);
    for (let n = 0; n < session + 1; n += 1) open("/long/forged", `${SESSION_COOKIE}=forged-${n}`);
    await eventually("forged cookies are one stranger's", () => waiting() === 3);
    open("/long/yours", secondCookie ?? "");
    await eventually("another session is served", () => started("/long/yours") === 1);
    expect([started("/long/mine"), started("/long/forged")]).toEqual([session, session]);

    await eventually("all are answered", () => {
      for (const end of finish.splice(0)) end();
      return started("/long/mine") === session + 2 && started("/long/forged") === session + 1;
    });
    await eventually("all turns are given back", () => {
      for (const end of finish.splice(0)) end();
      return globalThis.efactureTurns?.get("pages")?.load.running === 0;
    });
  });

  it("frees the turn of a reader who disconnects in the middle of an answer, even if the answer never ends", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write(`GET /large HTTP/1.1\r\nHost: ${HOST()}\r\n\r\n`);
    await new Promise((resolve) => socket.once("data", resolve));
    socket.destroy();
    await eventually(
      "the turn is given back",
      () => globalThis.efactureTurns?.get("pages")?.load.running === 0,
    );
  });

  it("limits the connections behind a trusted proxy only in total, not for each network", async () => {
    process.env.TRUSTED_PROXY_HOPS = "1";
    forgetEnv();
    const sockets = () => globalThis.efactureTurns?.get("sockets")?.load.running;
    await eventually("earlier ones have ended", () => sockets() === 0);
    const held = await Promise.all(
      Array.from({ length: RESOURCES.sockets.each.network }, () =>
        takeTurn("sockets", { owners: ["proxy:trusted"] }),
      ),
    );
    try {
      expect(await send("GET /behind", ["Connection: close"])).toMatch(/^HTTP\/1\.1 200 /);
    } finally {
      delete process.env.TRUSTED_PROXY_HOPS;
      forgetEnv();
      for (const turn of held) turn?.release();
    }
  });

  it("closes connections beyond the limit of a network, and does not count connections that have ended", async () => {
    const sockets = () => globalThis.efactureTurns?.get("sockets")?.load.running;
    await eventually("earlier ones have ended", () => sockets() === 0);
    const held = await Promise.all(
      Array.from({ length: RESOURCES.sockets.each.network - 1 }, () =>
        takeTurn("sockets", { owners: ["network:127.0.0.0/24"] }),
      ),
    );
    const one = connect(port, "127.0.0.1");
    await eventually("it is counted", () => sockets() === RESOURCES.sockets.each.network);
    const refused = await new Promise((resolve) =>
      connect(port, "127.0.0.1")
        .on("close", () => resolve("closed"))
        .on("error", () => {}),
    );
    expect(refused).toBe("closed");
    one.destroy();
    for (const turn of held) turn?.release();
    await eventually("all are given back", () => sockets() === 0);
  });
});
