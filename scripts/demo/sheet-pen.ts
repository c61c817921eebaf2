import type { SheetFonts } from "./pdf-frame";

/** The A4 page in points, and the left and right edges of the text. Coordinates start at the top left corner. */
export const SHEET = { width: 595.28, height: 841.89, left: 50, right: 545.28 } as const;

/** The colours of the design's printed sheet. */
export const INK = { text: "#17201d", second: "#4d5753", faint: "#6b7571", line: "#c9cfcc" } as const;

export interface TextStyle {
  size: number;
  weight?: "regular" | "semibold";
  colour?: string;
  align?: "left" | "right";
}

/** Writes the content stream of one page. y grows downwards; the y of a text is its baseline. */
export class SheetPen {
  private readonly operators: string[] = [];

  constructor(private readonly fonts: SheetFonts) {}

  text(x: number, y: number, text: string, style: TextStyle): void {
    const { size, weight = "regular", colour = INK.text, align = "left" } = style;
    const start = align === "right" ? x - this.fonts[weight].widthOf(text, size) : x;
    const font = weight === "regular" ? "/F1" : "/F2";
    this.operators.push(
      `BT ${font} ${size} Tf ${rgb(colour)} rg ${at(start, y)} Td <${this.fonts[weight].encode(text)}> Tj ET`,
    );
  }

  /** Draws a text with line breaks at spaces, to stay within `width`; returns the y of the next line. */
  paragraph(x: number, y: number, text: string, width: number, leading: number, style: TextStyle) {
    let next = y;
    for (const line of this.wrap(text, width, style)) {
      this.text(x, next, line, style);
      next += leading;
    }
    return next;
  }

  /** Returns the text cut to `width` with an ellipsis, so that it does not overlap the next column. */
  truncate(text: string, width: number, style: TextStyle): string {
    const font = this.fonts[style.weight ?? "regular"];
    if (font.widthOf(text, style.size) <= width) return text;
    const characters = [...text];
    while (characters.length > 1 && font.widthOf(`${characters.join("")}…`, style.size) > width) {
      characters.pop();
    }
    return `${characters.join("").trimEnd()}…`;
  }

  rule(y: number, from: number, to: number, thickness: number, colour: string = INK.line): void {
    this.operators.push(`${thickness} w ${rgb(colour)} RG ${at(from, y)} m ${at(to, y)} l S`);
  }

  block(x: number, y: number, width: number, height: number, colour: string): void {
    this.operators.push(`${rgb(colour)} rg ${at(x, y + height)} ${number(width)} ${number(height)} re f`);
  }

  /** Draws an SVG path of M, L, H, V, Z (and lower case) commands in a square of 36 units scaled to `size`. */
  logo(x: number, y: number, size: number, colour: string, path: string): void {
    this.block(x, y, size, size, colour);
    const scale = size / 36;
    this.operators.push(
      `q ${number(scale)} 0 0 ${number(-scale)} ${at(x, y)} cm 1 1 1 rg ${pathOperators(path)} f* Q`,
    );
  }

  content(): string {
    return this.operators.join("\n");
  }

  private wrap(text: string, width: number, style: TextStyle): string[] {
    const font = this.fonts[style.weight ?? "regular"];
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && font.widthOf(longer, style.size) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  }
}

function at(x: number, y: number): string {
  return `${number(x)} ${number(SHEET.height - y)}`;
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function rgb(hex: string): string {
  return [1, 3, 5].map((index) => number(parseInt(hex.slice(index, index + 2), 16) / 255)).join(" ");
}

function pathOperators(path: string): string {
  const operators: string[] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", parameters = ""] of path.matchAll(/([MLHVZ])([^MLHVZ]*)/gi)) {
    const values = [...parameters.matchAll(/-?\d*\.?\d+/g)].map(Number);
    const kind = command.toUpperCase();
    const isRelative = command !== kind;
    if (kind === "Z") operators.push("h");
    const step = kind === "M" || kind === "L" ? 2 : 1;
    for (let index = 0; index < values.length; index += step) {
      const [first = 0, second = 0] = values.slice(index, index + step);
      const [dx, dy] =
        kind === "V" ? [isRelative ? 0 : x, first] : [first, kind === "H" ? (isRelative ? 0 : y) : second];
      [x, y] = isRelative ? [x + dx, y + dy] : [dx, dy];
      operators.push(`${number(x)} ${number(y)} ${kind === "M" && index === 0 ? "m" : "l"}`);
    }
  }
  return operators.join(" ");
}
