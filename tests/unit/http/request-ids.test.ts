import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { followRequestIds } from "@/lib/http/follow-request-ids";
import { logConsole, logFailure } from "@/lib/http/log-failures";
import { log } from "@/lib/log";
import { currentRequestId, withRequestId } from "@/lib/request-id";
import { NO_DATABASE, testSettings } from "@/tests/support/test-settings";

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const CANARY = "canary-7f3a";
let printed = "";
const lines = () =>
  printed
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Logs a line in the request's own work, also after a wait. */
const server = createServer((_, response) => {
  void nextTurn().then(() => {
    log("info", "in_request");
    response.end(currentRequestId());
  });
});
let url = "";

function settings(hops: number) {
  Object.assign(process.env, testSettings(NO_DATABASE, "/none", "http://localhost"), {
    LOG_LEVEL: "info",
    TRUSTED_PROXY_HOPS: String(hops),
  });
  forgetEnv();
}

beforeAll(async () => {
  settings(0);
  followRequestIds();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  delete process.env.TRUSTED_PROXY_HOPS;
  forgetEnv();
  server.close();
});

beforeEach(() => {
  settings(0);
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
});
afterEach(() => vi.restoreAllMocks());

async function ask(id?: string): Promise<string> {
  const response = await fetch(url, id === undefined ? {} : { headers: { "x-request-id": id } });
  const answered = response.headers.get("x-request-id") ?? "";
  expect(await response.text()).toBe(answered);
  expect(lines()).toContainEqual(expect.objectContaining({ event: "in_request", requestId: answered }));
  return answered;
}

describe("the id of a request", () => {
  it("is new for each request, is returned, and is in the lines that its work logs", async () => {
    const given = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(given).size).toBe(3);
    for (const id of given) expect(id).toMatch(UUID);
  });

  it("is never chosen by a client without a trusted proxy", async () => {
    expect(await ask("chosen-by-the-client")).toMatch(UUID);
  });

  it("is that of a trusted proxy when it is well formed", async () => {
    settings(1);
    expect(await ask("proxy-0123.abc_9")).toBe("proxy-0123.abc_9");
    for (const malformed of ["short", "a".repeat(65), "with space", "claire@essai.example", '"quoted-id"'])
      expect(await ask(malformed)).toMatch(UUID);
  });
});

describe("the id of a run of background work", () => {
  it("is new without a request, and that of the request otherwise", async () => {
    expect(currentRequestId()).toBeUndefined();
    const [outer, inner] = await withRequestId(async () => {
      await nextTurn();
      return [currentRequestId(), withRequestId(() => currentRequestId())];
    });
    expect(outer).toMatch(UUID);
    expect(inner).toBe(outer);
  });
});

describe("what Next and packages write to the console", () => {
  const { error, warn } = console;
  afterEach(() => Object.assign(console, { error, warn }));

  it("becomes one JSON line without its text", async () => {
    logConsole();
    console.error("Failed for", CANARY, new RangeError(CANARY));
    console.warn(`a header says ${CANARY}`);
    await nextTurn();
    expect(lines()).toMatchObject([
      { level: "error", event: "console", errorName: "RangeError" },
      { level: "warn", event: "console", stack: expect.stringContaining("request-ids.test") as unknown },
    ]);
    expect(printed).not.toContain(CANARY);
  });

  it("is one line for an error that a page threw, with the path and without its secret", async () => {
    logConsole();
    const failure = new TypeError(CANARY);
    console.error(failure);
    logFailure(failure, { method: "GET", path: `/d/${CANARY}?q=${CANARY}` });
    logFailure(failure, { method: "GET", path: "/again" });
    await nextTurn();
    expect(lines()).toMatchObject([{ event: "request_failed", path: "/d/…", errorName: "TypeError" }]);
    expect(printed).not.toContain(CANARY);
  });
});
