import { beforeAll, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import { readingToRecord } from "@/lib/http/reading-to-record";
import { isLinkUse } from "@/lib/http/recorded-use";
import { NO_DATABASE, testSettings } from "@/tests/support/test-settings";

beforeAll(() => {
  Object.assign(process.env, testSettings(NO_DATABASE, "/nonexistent", "https://factures.example/"));
  forgetEnv();
});

const SIZE = 1000;
const ELSEWHERE = "https://evil.example/page";
const CLICK_ELSEWHERE = {
  "sec-fetch-site": "cross-site",
  "sec-fetch-mode": "navigate",
  "sec-fetch-dest": "document",
  "sec-fetch-user": "?1",
};

function read(
  how: "inline" | "attachment",
  change: {
    method?: string;
    status?: number;
    range?: [number, number];
    headers?: Record<string, string>;
  } = {},
) {
  const { method = "GET", range, headers = {} } = change;
  const answered = new Headers({ "content-disposition": `${how}; filename="a.pdf"` });
  if (range) answered.set("content-range", `bytes ${range[0]}-${range[1]}/${SIZE}`);
  const request = new Request("http://localhost/invoices/1/original", { method, headers });
  const status = change.status ?? (range ? 206 : 200);
  return readingToRecord(request, new Response(null, { status, headers: answered }));
}

describe("an original that was sent", () => {
  it("counts as seen when the browser shows it, as downloaded when it saves it", () => {
    expect(read("inline")).toBe("seen");
    expect(read("attachment")).toBe("downloaded");
  });

  it("counts once in ranges: as seen with the first, as downloaded with the last", () => {
    expect(read("inline", { range: [0, 99] })).toBe("seen");
    expect(read("inline", { range: [100, 999] })).toBeNull();
    expect(read("attachment", { range: [0, 998] })).toBeNull();
    expect(read("attachment", { range: [500, 999] })).toBe("downloaded");
    expect(read("attachment", { range: [0, 999] })).toBe("downloaded");
  });

  it.each([
    ["a HEAD", { method: "HEAD" }],
    ["a file that did not change", { status: 304 }],
    ["a range that is not there", { status: 416 }],
    ["a prefetch", { headers: { "sec-purpose": "prefetch" } }],
    ["a prerendering", { headers: { "sec-purpose": "prefetch;prerender" } }],
    ["a prefetch of older browsers", { headers: { purpose: "prefetch" } }],
    ["a prefetch of Next", { headers: { "next-router-prefetch": "1" } }],
    ["a page of another site", { headers: { "sec-fetch-site": "cross-site" } }],
    ["a click on another site", { headers: { ...CLICK_ELSEWHERE } }],
    ["a page of a sibling domain", { headers: { "sec-fetch-site": "same-site" } }],
    ["a foreign Referer of an older browser", { headers: { host: "localhost:3000", referer: ELSEWHERE } }],
    ["a Referer that is no address", { headers: { host: "localhost:3000", referer: "about" } }],
  ])("does not count for %s", (_, change) => {
    expect(read("inline", change)).toBeNull();
    expect(read("attachment", change)).toBeNull();
  });

  it.each([
    ["one of our pages", { "sec-fetch-site": "same-origin" }],
    ["a typed address, a bookmark or a mail program", { "sec-fetch-site": "none" }],
    [
      "one of our pages in an older browser",
      { host: "localhost:3000", referer: "http://localhost:3000/invoices" },
    ],
  ])("counts when it was asked for by %s", (_, headers) => {
    expect(read("inline", { headers })).toBe("seen");
    expect(read("attachment", { headers })).toBe("downloaded");
  });
});

describe("a direct link", () => {
  it("is used by a click in a webmail, and not by what another page loads by itself", () => {
    expect(isLinkUse(new Headers(CLICK_ELSEWHERE))).toBe(true);
    expect(isLinkUse(new Headers({ "sec-fetch-site": "none" }))).toBe(true);
    expect(isLinkUse(new Headers())).toBe(true);
    const loaded: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { ...CLICK_ELSEWHERE, "sec-fetch-dest": "iframe" },
      { ...CLICK_ELSEWHERE, "sec-fetch-user": "" },
      { ...CLICK_ELSEWHERE, "sec-purpose": "prefetch" },
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
    ];
    for (const headers of loaded) expect(isLinkUse(new Headers(headers))).toBe(false);
  });
});
