import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition } from "@/lib/http/content-disposition";
import { NAUGHTY_NAMES } from "./naughty-names";

/** RFC 6266 and RFC 8187, with only safe characters in both forms of the name. */
const FORM =
  /^(inline|attachment); filename="([^"\\\x00-\x1f\x7f-\uffff/%;']+)"; filename\*=UTF-8''([\w.!~%+-]+)$/;

function expectSafe(name: string): string {
  const header = contentDisposition("attachment", name);
  const match = FORM.exec(header);
  expect(match, header).not.toBeNull();
  expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
  const exact = decodeURIComponent(match?.[3] ?? "");
  expect(exact).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]/u);
  expect(exact).not.toMatch(/^\./);
  expect(exact.trim()).not.toBe("");
  expect(exact.length).toBeLessThanOrEqual(150);
  return exact;
}

describe("the name of a downloaded file", () => {
  it.each(NAUGHTY_NAMES.map((name) => [name.slice(0, 40), name]))(
    "%j cannot add a header or a path",
    (_shown, name) => {
      expectSafe(name);
    },
  );

  it("is safe for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => void expectSafe(name)),
      { numRuns: 200 },
    );
  });

  it("is never empty in ASCII, even for a name of combining characters only", () => {
    expect(contentDisposition("attachment", "\u0f71")).toContain('filename="facture"');
  });

  it("is kept unchanged when it is an ordinary one", () => {
    for (const name of ["FT-2026-000001.pdf", "Facture été 2026.pdf", "请求.xml", "l'original (1).pdf"])
      expect(expectSafe(name)).toBe(name);
    expect(contentDisposition("inline", "Facture été.pdf")).toBe(
      "inline; filename=\"Facture ete.pdf\"; filename*=UTF-8''Facture%20%C3%A9t%C3%A9.pdf",
    );
  });
});
