import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import * as fontkit from "@cantoo/fontkit";
import { CustomFontSubsetEmbedder, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";

/** One embedded font weight, which encodes texts as glyph numbers and measures them. */
export class SheetFont {
  constructor(
    readonly ref: PDFRef,
    private readonly glyphs: ReadonlyMap<string, { hex: string; width: number }>,
  ) {}

  /** Returns the text as the hexadecimal string of glyphs; a character that the font lacks becomes a question mark. */
  encode(text: string): string {
    let hex = "";
    for (const character of text) hex += this.glyph(character).hex;
    return hex;
  }

  /** Returns the width of the text in points. */
  widthOf(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.glyph(character).width;
    return width * size;
  }

  private glyph(character: string): { hex: string; width: number } {
    const glyph = this.glyphs.get(character) ?? this.glyphs.get("?");
    if (!glyph) throw new Error("The font lacks a question mark.");
    return glyph;
  }
}

/** Embeds IBM Plex Sans (OFL, from its npm package) in `context`, as a subset of its Latin characters. */
export async function embedSheetFont(context: PDFContext, weight: 400 | 600): Promise<SheetFont> {
  const file = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff`;
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  const name = weight === 400 ? "DEMOAA+IBMPlexSans" : "DEMOBB+IBMPlexSans-SemiBold";
  const embedder = await CustomFontSubsetEmbedder.for(fontkit, new Uint8Array(bytes), name);
  const glyphs = new Map<string, { hex: string; width: number }>();
  for (const character of embeddable(embedder.font.characterSet)) {
    const hex = embedder.encodeText(character).asString();
    glyphs.set(character, { hex, width: embedder.widthOfTextAtSize(character, 1) });
  }
  const ref = context.nextRef();
  await embedder.embedIntoContext(context, ref);
  return new SheetFont(ref, glyphs);
}

/** Returns the characters to embed. They are sorted, so that the glyph numbers are the same each time. */
function embeddable(codePoints: number[]): string[] {
  return codePoints
    .filter((code) => (code >= 0x20 && code < 0x250 && code !== 0x7f) || code > 0x2000)
    .filter((code) => code < 0x2300)
    .sort((a, b) => a - b)
    .map((code) => String.fromCodePoint(code));
}
