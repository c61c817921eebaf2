import { describe, expect, it } from "vitest";
import { readingOfAnswer } from "@/lib/http/reading-of-answer";

const SIZE = 1000;

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
  return readingOfAnswer(request, new Response(null, { status, headers: answered }));
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
  ])("does not count for %s", (_, change) => {
    expect(read("inline", change)).toBeNull();
    expect(read("attachment", change)).toBeNull();
  });
});
