import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import { networkOf } from "@/lib/http/client-address";
import { returnPath } from "@/lib/http/return-path";
import { isSameOrigin } from "@/lib/http/same-origin";
import { NO_DATABASE, testSettings } from "@/tests/support/test-settings";

beforeAll(() => {
  Object.assign(process.env, testSettings(NO_DATABASE, "/nonexistent", "https://factures.example/"));
  forgetEnv();
});

describe("the path to return to after signing in", () => {
  it.each([
    "/invoices",
    "/invoices?from=2026-01-01&to=2026-02-01",
    "/invoices/019ac0de-0000-7000-8000-000000000000",
    "/invoices/019ac0de-0000-7000-8000-000000000000/original?download",
    "/profile/display",
    "/admin/users/new",
    "/console/accounts",
    "/overview",
    "/mobilize-lease/help/no-notification-mail",
  ])("may be %s", (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    "//evil.example",
    "///evil.example",
    "////evil.example/%2f..",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/%2fevil.example",
    "/%5cevil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/%09/evil.example",
    "https://evil.example",
    "https:evil.example",
    "https:/\\evil.example",
    "HTTPS://evil.example/invoices",
    "http://localhost:3000/invoices",
    "//factures.example@evil.example/invoices",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "/invoices//evil.example",
    "/invoices/../../evil",
    "/invoices/..//evil.example",
    "/invoices/%2e%2e/%2e%2e",
    "/invoices@evil.example",
    "/invoices.evil.example",
    "/invoices:80",
    "/invoices?next=//evil.example",
    "/invoices?next=https://evil.example",
    "/invoices#//evil.example",
    "/invoices\r\nLocation: https://evil.example",
    "/invoices%0d%0aLocation:%20https://evil.example",
    "/invoices\n",
    "/invoices ",
    " /invoices",
    "/invoicesx",
    "/api/v1/invoices",
    "/dev/mailbox",
    "/password",
    "/mobilize-lease",
    "/mobilize-lease/reset/token",
    "/mobilize-lease/helpful",
    "//evil.example/help",
    "/evil.example/help",
    "/d/token",
    "/",
    "",
    ".",
    "invoices",
    "?next=/invoices",
    "/invoices\u0000",
    "/invoices\u2028",
    "/ınvoices",
    `/invoices?${"a".repeat(600)}`,
  ])("is never %j", (path) => {
    expect(returnPath(path)).toBeNull();
  });

  it("is always on this host, for any text", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "invoices",
      "..",
      "//",
      "?",
      "@",
      "%2f",
      "evil.example",
      ":",
      "#",
      "\t",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => `/${parts.join("")}`),
        ),
        (asked) => {
          const path = returnPath(asked);
          if (path === null) return;
          const url = new URL(path, "https://factures.example");
          expect(url.origin).toBe("https://factures.example");
          expect(url.pathname).toMatch(/^\/(invoices|overview|profile|admin|console)(\/|$)/);
        },
      ),
      { numRuns: 1_000 },
    );
    expect([returnPath(null), returnPath(undefined)]).toEqual([null, null]);
  });
});

describe("a request that changes something", () => {
  const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers));

  it("is accepted from our own pages", () => {
    expect(from({ origin: "https://factures.example" })).toBe(true);
    expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
  });

  it.each([
    [{}],
    [{ origin: "null" }],
    [{ origin: "" }],
    [{ origin: "https://evil.example" }],
    [{ origin: "http://factures.example" }],
    [{ origin: "https://factures.example:8443" }],
    [{ origin: "https://a.factures.example" }],
    [{ origin: "https://factures.example.evil.example" }],
    [{ origin: "https://factures.example/" }],
    [{ origin: "https://evil.example, https://factures.example" }],
    [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
    [{ origin: "null", "sec-fetch-site": "same-origin" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "none" }],
    [{ host: "factures.example", referer: "https://factures.example/invoices" }],
    [{ origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" }],
  ] as Record<string, string>[][])("is refused with %j", (headers) => {
    expect(from(headers ?? {})).toBe(false);
  });
});

describe("the network of an address", () => {
  it.each([
    ["192.0.2.77", "192.0.2.0/24"],
    ["255.255.255.255", "255.255.255.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::ffff:192.0.2.77", "192.0.2.0/24"],
    ["::FFFF:c000:024d", "192.0.2.0/24"],
    ["0:0:0:0:0:ffff:192.0.2.77", "192.0.2.0/24"],
    ["", ""],
    ["localhost", ""],
    ["192.0.2", ""],
    ["192.0.2.1, 192.0.2.2", ""],
  ])("of %j is %j", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("is the same for all spellings of an address, and another for the next network", () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.tuple(...Array.from({ length: 8 }, () => group)), (groups) => {
        fc.pre(groups.slice(0, 5).some((value) => value !== 0));
        const full = groups.map((value) => value.toString(16).padStart(4, "0")).join(":");
        const short = new URL(`http://[${full}]`).hostname.slice(1, -1);
        expect(networkOf(short)).toBe(networkOf(full.toUpperCase()));
        const neighbour = [...groups];
        neighbour[3] = (groups[3] ?? 0) ^ 1;
        expect(networkOf(neighbour.map((value) => value.toString(16)).join(":"))).not.toBe(networkOf(full));
      }),
    );
  });
});
