import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { answer } from "@/lib/http/answer";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { describeError, log, type LogFields, redactPath } from "@/lib/log";
import { NO_DATABASE, testSettings } from "@/tests/support/test-settings";

const CANARY = "canary-7f3a";
let printed = "";

beforeEach(() => {
  Object.assign(process.env, testSettings(NO_DATABASE, "/none", "http://localhost"));
  process.env.LOG_LEVEL = "debug";
  forgetEnv();
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((printed += String(text)), true));
});
afterEach(() => vi.restoreAllMocks());

describe("a path in the log", () => {
  it.each([
    [`/d/${CANARY}`, "/d/…"],
    [`/d/${CANARY}/original`, "/d/…/original"],
    [`/mobilize-lease/reset/${CANARY}`, "/mobilize-lease/reset/…"],
    [`/profile/companies/attach/${CANARY}`, "/profile/companies/attach/…"],
    [`/invoices?q=${CANARY}`, "/invoices"],
    [`/d/${CANARY}?next=${CANARY}`, "/d/…"],
    [`/invoices?a\n=${CANARY}`, "/invoices"],
    ["/invoices/019ac0de/original", "/invoices/019ac0de/original"],
    ["/", "/"],
  ])("%j is logged as %j", (path, shown) => {
    expect(redactPath(path)).toBe(shown);
  });
});

describe("the log", () => {
  it("contains kind and place of an error, never its message, query or parameters", () => {
    const cause = Object.assign(new Error(`duplicate key (${CANARY})`), {
      code: "23505",
      detail: CANARY,
      parameters: [CANARY],
      query: CANARY,
    });
    const error = new Error(`Failed query: insert … params: ${CANARY}`, { cause });
    for (const thrown of [error, cause, new Error(CANARY), CANARY, { message: CANARY }, null])
      log("error", "failed", describeError(thrown));
    expect(printed).not.toContain(CANARY);
    expect(printed).toContain('"errorCode":"23505"');
    for (const line of printed.trim().split("\n"))
      expect(JSON.parse(line)).toMatchObject({ event: "failed" });
  });

  it("has one line per record, and none below its level", () => {
    log("info", "two\nlines", { reason: "a\nb" });
    expect(printed.trim().split("\n")).toHaveLength(1);
    process.env.LOG_LEVEL = "warn";
    forgetEnv();
    printed = "";
    log("info", "quiet", {});
    expect(printed).toBe("");
  });

  it("has no field for a secret", () => {
    const allowed: Required<LogFields> = {
      security: true,
      method: "",
      path: "",
      status: 0,
      durationMs: 0,
      viewer: "",
      userId: "",
      subjectId: "",
      identifierDigest: "",
      network: "",
      accountId: "",
      supplierId: "",
      invoiceId: "",
      job: "",
      count: 0,
      reason: "",
      errorName: "",
      errorCode: "",
      stack: "",
    };
    expect(
      Object.keys(allowed).filter((name) => /pass|token|key|cookie|secret|mail|body|ip/i.test(name)),
    ).toEqual([]);
  });
});

describe("a route handler that throws", () => {
  const request = () =>
    new Request(`http://localhost/d/${CANARY}?token=${CANARY}`, {
      headers: { authorization: `Bearer ${CANARY}`, cookie: CANARY },
    });
  const throwing = (error: unknown) => answer(() => Promise.reject(error))(request(), {});

  it("answers 500 without the reason, and logs no secret of the request", async () => {
    const response = await throwing(new Error(CANARY));
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(body + printed).not.toContain(CANARY);
    expect(printed).toContain("request_failed");
  });

  it.each(["ECONNREFUSED", "CONNECT_TIMEOUT", "CONNECTION_CLOSED", "57P01", "53300", "ENOSPC"])(
    "because of %s, at any depth of causes, answers 503 with Retry-After",
    async (code) => {
      const cause = Object.assign(new Error(CANARY), { code });
      const response = await throwing(new Error("outer", { cause: new Error("inner", { cause }) }));
      expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
      expect((await response.text()) + printed).not.toContain(CANARY);
    },
  );

  it("is not treated as unavailable for any other reason", () => {
    for (const error of [
      new Error("x"),
      Object.assign(new Error("x"), { code: "23505" }),
      "ECONNREFUSED",
      null,
    ])
      expect(isUnavailable(error)).toBe(false);
  });
});
