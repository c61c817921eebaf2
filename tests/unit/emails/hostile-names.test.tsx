import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MAIL_SAMPLES } from "@/lib/mails/kinds/mail-kinds";
import { cleanText, nameInMail } from "@/lib/mails/writing/clean-props";
import { writeMailTree } from "@/lib/mails/writing/write-mail-tree";
import { withNames } from "./mail-variants";

const NAMES: Record<string, string> = {
  quotes: `O'Hara "L'Été" & Fils <SARL>`,
  "a script": `</title><script>alert(1)</script><img src=x onerror=alert(2)>`,
  "an attribute": `" onmouseover="alert(1)" style="position:fixed`,
  "a style": `</style><style>body{display:none}`,
  "a header": "Perce-Neige\r\nBcc: victim@elsewhere.example\r\n\r\nHello",
  "characters that reverse the text direction": "Facture \u202egnp.exe\u2066 \u200fAB",
  emoji: "Neige 🏔️👩‍👩‍👧 SAS",
  "half of a surrogate pair": "Neige \ud83c SAS \udfd4",
  "300 characters": "Transports ".repeat(27) + "fin",
  "a formula": `=HYPERLINK("https://evil.example","facture")`,
  "a message of ICU": "{count, plural, one {#}} <b>gras</b> <link>ici</link> '{'",
  controls: "a\u0000b\u001b[31mc\u0085d\u2028e\u2029f\u007fg",
  "a comment": "--><!--[if mso]>x<![endif]-->",
};

const plain = new Map(MAIL_SAMPLES.map((sample) => [sample.name, withNames(sample, "Nom").render()]));

describe.each(Object.entries(NAMES))("names that contain %s", (_, hostile) => {
  it.each(MAIL_SAMPLES)("stay plain text in $name", (sample) => {
    const { subject, html, text } = withNames(sample, hostile).render();
    const expected = plain.get(sample.name);
    expect(subject).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,150}$/u);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200f]/);
      expect(part.isWellFormed()).toBe(true);
    }
    expect(tagsOf(html)).toEqual(tagsOf(expected?.html ?? ""));
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text.split("\n")).toHaveLength(expected?.text.split("\n").length ?? 0);
    expect(text).toContain(cleanText(hostile));
  });
});

describe("a name from another account", () => {
  it.each([
    ["Camille Lorme", "Camille Lorme"],
    ["J.-P. Müller & Fils", "J.-P. Müller & Fils"],
    ["camille.lorme@perce-neige.example", "camille.lorme@perce-neige.example"],
    ["Votre colis : https://malin.example/x", "Votre colis : https: malin. example x"],
    ["www.malin.example/x@a.example", "www. malin. example x a. example"],
    ["malin。example", "malin. example"],
    ["ｍａｌｉｎ．ｅｘａｍｐｌｅ", "malin. example"],
    ["mal\u200bin.example\u202e", "malin. example"],
    ["n".repeat(200), `${"n".repeat(79)}…`],
  ])("contains no link in a mail: %s", (typed, shown) => {
    expect(nameInMail(typed)).toBe(shown);
  });
});

describe("any name", () => {
  it("is escaped as React escapes it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (name, title) => {
        const tree = (
          <p title={title} style={{ color: name.trim() || "red" }}>
            <b>{name}</b>
            {title}
          </p>
        );
        expect(writeMailTree(tree).html).toBe(renderToStaticMarkup(tree));
      }),
    );
  });

  it("becomes one line without control characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(cleanText(name)).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u);
        expect(cleanText(cleanText(name))).toBe(cleanText(name));
      }),
    );
  });
});

/** The elements and the names of their attributes, in order. A name must not change them. */
/** Where a line may break depends on the text, so `wbr` is left out. */
function tagsOf(html: string): string[] {
  return [
    ...html.replaceAll("<wbr/>", "").matchAll(/<(\/?[a-z][a-z0-9]*)((?:\s[a-zA-Z-]+="[^"]*")*)\s*\/?>/g),
  ].map(
    ([, tag = "", attributes = ""]) =>
      `${tag} ${[...attributes.matchAll(/\s([a-zA-Z-]+)="[^"]*"/g)].map(([, name]) => name).join(" ")}`,
  );
}
