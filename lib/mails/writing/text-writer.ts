import { LANGUAGES } from "@/lib/language-formats";
import { isLocale } from "@/lib/languages";
import { TextBlock } from "./text-block";
import { alignTable, type TextCell } from "./text-table";

type Properties = Readonly<Record<string, unknown>>;

/** Line breaks before and after an element; 2 leaves an empty line. */
const BREAKS: Readonly<Record<string, number>> = { p: 2, h1: 2, h2: 2, table: 2, div: 1, tr: 1, td: 1 };

/** Collects the plain-text part of a mail while its HTML is written. */
export class TextWriter {
  private written = "";
  private lines = 0;
  private block = new TextBlock();
  private colon = ": ";
  /** The depth of open elements, counted from one that the text part leaves out; 0 outside. */
  private hidden = 0;
  /** The rows of the open data table. Null in layout tables, which are read as a sequence of blocks. */
  private rows: TextCell[][] | null = null;
  private readonly tables: boolean[] = [];
  private cell: { span: number; isRight: boolean } | null = null;

  write(words: string): void {
    if (this.hidden === 0) this.block.write(words);
  }

  breakLine(): void {
    if (this.hidden === 0) this.block.breakLine();
  }

  open(tag: string, props: Properties): void {
    if (this.hidden > 0 || tag === "head" || "data-skip-in-text" in props) {
      this.hidden++;
      return;
    }
    if (tag === "html" && isLocale(props.lang)) this.colon = LANGUAGES[props.lang].colon;
    else if (tag === "a") this.openLink(String(props.href));
    else if (tag === "table") this.openTable(props.role !== "presentation");
    else if (this.rows !== null) this.openInTable(tag, props, this.rows);
    else this.endBlock(BREAKS[tag] ?? 0);
  }

  close(tag: string): void {
    if (this.hidden > 0) {
      this.hidden--;
      return;
    }
    if (tag === "a") this.block.endLink();
    else if (tag === "table") this.closeTable();
    else if (this.rows !== null) this.closeInTable(tag, this.rows);
    else this.endBlock(BREAKS[tag] ?? 0);
  }

  /** Returns the whole text, with one line break at the end. */
  finish(): string {
    this.endBlock(1);
    return `${this.written}\n`;
  }

  private openLink(href: string): void {
    if (!href.startsWith("mailto:")) this.block.startLink(href);
  }

  private openTable(isData: boolean): void {
    this.endBlock(2);
    this.tables.push(isData);
    if (isData) this.rows = [];
  }

  private closeTable(): void {
    if (this.tables.pop() && this.rows !== null) {
      this.append(alignTable(this.rows));
      this.rows = null;
      this.lines = 2;
    } else this.endBlock(2);
  }

  private openInTable(tag: string, props: Properties, rows: TextCell[][]): void {
    if (tag === "tr") rows.push([]);
    if (tag === "td" || tag === "th") {
      this.cell = { span: Number(props.colSpan ?? 1), isRight: props.align === "right" };
    }
  }

  private closeInTable(tag: string, rows: TextCell[][]): void {
    if (this.cell === null || (tag !== "td" && tag !== "th")) return;
    rows.at(-1)?.push({ ...this.cell, ...this.block.finishCell() });
    this.block = new TextBlock();
    this.cell = null;
  }

  private endBlock(lines: number): void {
    if (lines === 0) return;
    const { text, links } = this.block.finish(this.colon);
    if (text !== "") {
      this.append([text, ...links].join("\n"));
      this.block = new TextBlock();
      this.lines = 0;
    }
    this.lines = Math.max(this.lines, lines);
  }

  private append(text: string): void {
    if (this.written !== "") this.written += "\n".repeat(Math.max(this.lines, 1));
    this.written += text.replace(/^\n+/, "");
  }
}
