import { describe, expect, it } from "vitest";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, problemResponse } from "@/lib/http/problem";
import { wantsHtml } from "@/lib/http/wants-html";
import { sha256Hex } from "@/lib/sha256";
import { NAUGHTY_NAMES } from "./naughty-names";

describe("a plain page", () => {
  it("lets no text become markup, and allows no script and no style but its own", async () => {
    for (const name of NAUGHTY_NAMES) {
      const link = { href: name, label: name };
      const response = plainPage({ problem: notFound(), locale: "fr", title: name, text: name, link });
      const html = await response.text();
      const [, style = ""] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
      const digest = Buffer.from(sha256Hex(style), "hex").toString("base64");
      expect(response.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'sha256-/,
      );
      expect(response.headers.get("content-security-policy")).toContain(`'sha256-${digest}';`);
      const tags = html.match(/<[a-z!][^>]*>/gi) ?? [];
      expect(tags.map((tag) => /^<!?([a-z0-9]+)/i.exec(tag)?.[1])).toEqual(
        "doctype html head meta meta meta meta title style body main p h1 p p a".split(" "),
      );
    }
  });
});

it("a plain page has the status and the wait of the problem it stands for", () => {
  const problem = problemResponse({ status: 429, type: "busy", title: "Busy.", retryAfterSeconds: 20 });
  const page = plainPage({
    problem,
    locale: "en",
    title: "Busy",
    text: "Try again.",
    link: { href: "/", label: "Back" },
  });
  expect([page.status, page.headers.get("retry-after")]).toEqual([429, "20"]);
});

describe("a browser", () => {
  it("is recognised by its Accept header", () => {
    const asks = (accept: string | null) => wantsHtml(new Headers(accept === null ? {} : { accept }));
    expect(asks("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")).toBe(true);
    expect(asks("application/pdf, Text/HTML;q=0.5")).toBe(true);
    for (const accept of [null, "", "*/*", "application/json", "text/htmlx"])
      expect(asks(accept)).toBe(false);
  });
});
