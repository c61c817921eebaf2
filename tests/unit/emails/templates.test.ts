import { readdirSync, readFileSync } from "node:fs";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MAIL_KINDS, MAIL_SAMPLES } from "@/lib/mails/kinds/mail-kinds";
import { writeMailTree } from "@/lib/mails/writing/write-mail-tree";
import { inLocale } from "./mail-variants";

const LOCALES = ["fr", "en"] as const;
const ORIGIN = "https://portail.example/";

const every = MAIL_SAMPLES.flatMap((sample) =>
  LOCALES.map((locale) => {
    const localised = inLocale(sample, locale);
    return { name: `${sample.name} in ${locale}`, locale, sample: localised, ...localised.render() };
  }),
);

describe("the templates", () => {
  it("export a mail, its subject and props to preview it with, one file per kind", () => {
    const files = new Map(
      readdirSync("emails").map((file) => [file, readFileSync(`emails/${file}`, "utf8")] as const),
    );
    for (const { kind, samples } of MAIL_KINDS) {
      expect(samples.length, kind).toBeGreaterThan(0);
      expect(files.get(`${kind.replaceAll("_", "-")}.tsx`), kind).toMatch(
        /export interface Props[^]*export function subject\([^]*export function Mail\([^]*export const PreviewProps/,
      );
    }
  });

  it("have no default values, so that the code that queues a mail decides its contents", () => {
    for (const { kind } of MAIL_KINDS) {
      const source = readFileSync(`emails/${kind.replaceAll("_", "-")}.tsx`, "utf8");
      expect(source, kind).not.toMatch(/\?:|\?\?|defaultProps/);
    }
  });

  it("write the same bytes each time", () => {
    for (const { sample, subject, html, text } of every) {
      expect(sample.render()).toEqual({ subject, html, text });
    }
  });
});

describe.each(every)("$name", ({ locale, subject, html, text, sample }) => {
  it("has no gaps: nothing undefined, no key of a message, no placeholder", () => {
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/undefined|\bnull\b|NaN|\[object|\bmail\.\w|\{\w+\}/);
    }
  });

  it("links to the portal only, and loads nothing from any host", () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url = ""]) => url);
    expect(links.length).toBeGreaterThanOrEqual(3);
    expect(links.filter((url) => !url.startsWith(ORIGIN) && !url.startsWith("mailto:"))).toEqual([]);
    expect(html).not.toMatch(/<(img|script|link|iframe|form|svg|video)\b|url\(|@import|@font-face|src=/i);
    const written = [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url);
    expect(written.filter((url) => !url.startsWith(ORIGIN))).toEqual([]);
    expect(new Set(written)).toEqual(new Set(links.filter((url) => url.startsWith("https"))));
  });

  it("is below the 102 kB after which Gmail cuts a mail", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });

  it("breaks names after @, . and - only", () => {
    expect(html).not.toMatch(/word-break/);
    expect([...html.matchAll(/(.)<wbr\/>/g)].map(([, before]) => before).join("")).toMatch(/^[@.-]*$/);
  });

  it("has markup for screen readers", () => {
    expect(html).toContain(`<html dir="ltr" lang="${locale}">`);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    const layoutTables = [...html.matchAll(/<table\b[^>]*>/g)].filter(
      ([tag]) => !tag.includes("presentation"),
    );
    const headers = html.match(/<th\b[^>]*scope=/g) ?? [];
    expect(headers.length).toBeGreaterThanOrEqual(layoutTables.length);
    for (const [, words = ""] of html.matchAll(/<a\b[^>]*>(.*?)<\/a>/g)) {
      expect(words.trim()).not.toMatch(/^(|ici|here|cliquez.*|click.*|lien|link)$/i);
    }
  });

  it("has no-break spaces according to French rules, and no character that fonts lack", () => {
    expect(text + html).not.toMatch(/\u202f/);
    if (locale === "en") return;
    const words = (subject + text).replace(/https?:\/\/\S+|\d\d:\d\d|@/g, "");
    const signs = words.match(/.?[:;?!»%]/g) ?? [];
    expect(signs.filter((sign) => !sign.startsWith("\u00a0"))).toEqual([]);
    expect(words).not.toMatch(/«[^\u00a0]/);
  });

  it("has a subject of one short line", () => {
    expect(subject).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{10,150}$/u);
  });

  it("is the HTML that React itself writes", () => {
    expect(withoutHoisted(html)).toBe(withoutHoisted(renderToStaticMarkup(sample.tree())));
  });
});

describe("writing the mail tree", () => {
  it("refuses elements that mails may not contain", () => {
    expect(() => writeMailTree(createElement("p", { hidden: true }))).toThrow(/hidden of <p>/);
    expect(() => writeMailTree({} as ReactNode)).toThrow(/elements, strings and numbers/);
  });
});

/** React moves the viewport to the front of the head. */
function withoutHoisted(html: string): string {
  return html.replace(/<!DOCTYPE[^>]*>/, "").replace(/<meta name="viewport"[^>]*>/, "");
}
