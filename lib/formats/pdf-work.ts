import type { PDFObjectParser } from "@cantoo/pdf-lib";
import { FormatRefusal } from "@/lib/formats/format-refusal";

/** Steps over one byte; 60,000 objects in 5 MB take 19 million, and 150 million about 3 s on one core. */
const MAX_STEPS = 150_000_000;

/** What a dictionary, or a failed attempt at an object, costs besides its bytes. */
const STEPS_PER_OBJECT = 200;

/** What each value costs besides its bytes: a number, a string, a reference. */
const STEPS_PER_VALUE = 40;

/** Bytes of one string, name or number: pdf-lib collects them one by one, at 32 bytes of memory each. */
const LONGEST_TOKEN = 2 * 1024 * 1024;

const TOKENS = ["parseString", "parseHexString", "parseName", "parseRawInt", "parseRawNumber"] as const;

/** The parts of pdf-lib's parsers that are counted; it declares most of them as protected. */
type Counted = Record<"parseObject" | (typeof TOKENS)[number], (...parameters: unknown[]) => unknown> & {
  bytes: { next(): number; position(): unknown; offset(): number };
};

/**
 * The work that a PDF makes its parsers do, and its limit. A broken or hostile file can make them read the same bytes
 * thousands of times, so its size alone does not limit it. Counted in steps, the result is the same on any machine.
 */
export class PdfWork {
  refusal: FormatRefusal | null = null;
  private steps = 0;
  private tokenEnd = Infinity;

  /** Counts what the parser does from now on; beyond a limit each further step throws, and `refusal` says why. */
  limit(parser: PDFObjectParser): void {
    const counted = parser as unknown as Counted;
    const { bytes } = counted;
    const [next, position] = [bytes.next.bind(bytes), bytes.position.bind(bytes)];
    // Each loop of the parsers advances by `next`; each object and each error asks for the `position`.
    bytes.next = () => {
      this.spend(1);
      if (bytes.offset() > this.tokenEnd) this.refuse();
      return next();
    };
    bytes.position = () => {
      this.spend(STEPS_PER_OBJECT);
      return position();
    };
    const parseObject = counted.parseObject.bind(parser);
    counted.parseObject = (...parameters) => {
      this.spend(STEPS_PER_VALUE);
      return parseObject(...parameters);
    };
    for (const token of TOKENS) {
      const parse = counted[token].bind(parser);
      counted[token] = (...parameters) => {
        this.tokenEnd = bytes.offset() + LONGEST_TOKEN;
        const parsed = parse(...parameters);
        this.tokenEnd = Infinity;
        return parsed;
      };
    }
  }

  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > MAX_STEPS) this.refuse();
  }

  /** Keeps the first refusal and throws it at each later step too, because pdf-lib catches errors inside an object. */
  private refuse(): never {
    this.refusal ??= new FormatRefusal("too_complex");
    this.steps = Infinity;
    throw this.refusal;
  }
}
