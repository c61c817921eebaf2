import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { VOID_ELEMENTS } from "@/lib/mails/writing/html-writing";
import { writeMailTree } from "@/lib/mails/writing/write-mail-tree";

const htmlOf = (node: ReactNode) => writeMailTree(node).html;

describe("the HTML of a mail", () => {
  it.each([...VOID_ELEMENTS].filter((tag) => tag !== "img"))("has no end tag for <%s>", (tag) => {
    const node = createElement(tag, { id: "one" });
    expect(htmlOf(node)).toBe(`<${tag} id="one"/>`);
    expect(htmlOf(node)).toBe(renderToStaticMarkup(node));
  });

  it("knows every void element of the HTML standard", () => {
    expect([...VOID_ELEMENTS].sort().join(" ")).toBe(
      "area base br col embed hr img input link meta source track wbr",
    );
  });

  it("writes an image as React does", () => {
    const image = (
      <img src="https://a.example/logo.png?a=1&b=2" alt={'Loueur "Essai"'} width={120} height={40} />
    );
    expect(htmlOf(image)).toBe(
      '<img src="https://a.example/logo.png?a=1&amp;b=2" alt="Loueur &quot;Essai&quot;" width="120" height="40"/>',
    );
    // React writes a preload hint before the image.
    expect(renderToStaticMarkup(image).endsWith(htmlOf(image))).toBe(true);
  });

  it.each(["/logo.png", "data:image/png;base64,AA==", "mailto:a@b.example", "cid:logo", ""])(
    "refuses an image from %s",
    (src) => {
      expect(() => htmlOf(<img src={src} alt="" />)).toThrow(/src of <img> is not a safe link/);
    },
  );

  it("refuses an image without an alternative text, and one without a file", () => {
    expect(() => htmlOf(createElement("img", { alt: "Logo" }))).toThrow(/needs src and alt/);
    expect(() => htmlOf(createElement("img", { src: "https://a.example/logo.png" }))).toThrow(
      /needs src and alt/,
    );
  });

  it.each(["/d/x", "javascript:alert(1)", " https://a.example", "ftp://a.example/", "#top"])(
    "refuses a link to %s",
    (href) => {
      expect(() => htmlOf(<a href={href}>Open</a>)).toThrow(/href of <a> is not a safe link/);
    },
  );
});
