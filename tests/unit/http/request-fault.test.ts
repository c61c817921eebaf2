import { describe, expect, it } from "vitest";
import { areSameMachine, FORM_LIMIT_BYTES, requestFault } from "@/lib/http/request-fault";

const ORIGIN = "https://factures.example";
const fault = (target: string, changes: Partial<Parameters<typeof requestFault>[0]> = {}) =>
  requestFault({ method: "GET", target, bodyLength: 0, hosts: ["factures.example"], ...changes }, ORIGIN);

describe("a request", () => {
  it("for a page, a file or the API passes", () => {
    for (const target of ["/", "/invoices?q=%C3%A9t%C3%A9+%25", "/d/abc/d%20e", "/api/v1/accounts/204%2F118"])
      expect(fault(target), target).toBeNull();
    expect(fault("/mobilize-lease", { method: "POST", bodyLength: FORM_LIMIT_BYTES })).toBeNull();
    expect(fault("/api/v1/invoices", { method: "POST", bodyLength: 20_000_000 })).toBeNull();
  });

  it.each([
    "/%",
    "/%ff",
    "/api/v1/accounts/%ff",
    "/api/v1/invoices/%E0%A4/withdrawal",
    "/invoices/%00",
    "/invoices?q=%00",
    "//evil.example/x",
    "/\\evil.example",
    "http://evil.example/",
    "*",
    "",
  ])("whose target is %j is malformed", (target) => {
    expect(fault(target)).toBe("malformed");
  });

  it("with a target longer than any page has is refused before it is decoded", () => {
    expect(fault(`/${"%".repeat(9_000)}`)).toBe("too_long");
  });

  it.each(["TRACE", "PUT", "DELETE", "OPTIONS", "PROPFIND"])("with the method %s has no page", (method) => {
    expect(fault("/invoices", { method })).toBe("method");
  });

  it("with a method of the web reaches the API, and with another does not", () => {
    expect(fault("/api/v1/accounts/1", { method: "PUT" })).toBeNull();
    expect(fault("/api/v1/accounts/1", { method: "TRACE" })).toBe("method");
  });

  it("with a body larger than any form is refused, for any page", () => {
    expect(fault("/mobilize-lease", { method: "POST", bodyLength: FORM_LIMIT_BYTES + 1 })).toBe(
      "body_too_large",
    );
    expect(fault("/api/webhooks/resend", { method: "POST", bodyLength: 9_000_000 })).toBe("body_too_large");
  });

  it("for a page at another name of the server is at the wrong address; programs may use any name", () => {
    expect(fault("/mobilize-lease", { hosts: ["evil.example", ""] })).toBe("address");
    expect(fault("/mobilize-lease", { hosts: ["10.0.0.7:3000", "factures.example"] })).toBeNull();
    expect(fault("/api/health", { hosts: ["10.0.0.7:3000"] })).toBeNull();
  });
});

describe("an address", () => {
  it("is one of the same machine only when both are loopback names with the same port", () => {
    expect(areSameMachine("127.0.0.1:3000", "http://localhost:3000")).toBe(true);
    expect(areSameMachine("[::1]:3000", "http://localhost:3000")).toBe(true);
    expect(areSameMachine("127.0.0.1:3001", "http://localhost:3000")).toBe(false);
    expect(areSameMachine("192.168.1.20:3000", "http://localhost:3000")).toBe(false);
    expect(areSameMachine("127.0.0.1", "https://factures.example")).toBe(false);
    expect(areSameMachine("a b\\", "http://localhost:3000")).toBe(false);
  });
});
