/** A link in a block, with the position of its words in the block's text. */
interface BlockLink {
  url: string;
  from: number;
  to: number;
}

/** Collects one paragraph, heading or cell of the text part. */
export class TextBlock {
  private text = "";
  private links: BlockLink[] = [];
  private openLink: { url: string; from: number } | null = null;

  /** Adds words; white space works as in HTML: several are one space, none at the start of a line. */
  write(words: string): void {
    const spaced = words.replace(/[ \t\r\n]+/g, " ");
    const isAtStart = this.text === "" || /[ \n]$/.test(this.text);
    this.text += isAtStart && spaced.startsWith(" ") ? spaced.slice(1) : spaced;
  }

  breakLine(): void {
    this.text = `${this.text.trimEnd()}\n`;
  }

  startLink(url: string): void {
    this.openLink = { url, from: this.text.length };
  }

  endLink(): void {
    if (this.openLink) this.links.push({ ...this.openLink, to: this.text.length });
    this.openLink = null;
  }

  /**
   * Returns the text, then each link as `words: URL`. If there is only one link and the text ends with it,
   * the link is written as `words: URL` inside the text. Links with only separators between them (a footer) get one
   * line each.
   */
  finish(colon: string): { text: string; links: string[] } {
    const text = this.text.trim();
    const written = this.links.map(({ url, from, to }) => {
      const words = this.text.slice(from, to).trim();
      return words === url ? url : `${words}${colon}${url}`;
    });
    const [only] = this.links;
    if (only && this.links.length === 1 && only.to >= this.text.trimEnd().length) {
      return { text: text.slice(0, text.length - (only.to - only.from)) + (written[0] ?? ""), links: [] };
    }
    if (this.links.length > 0 && !/[\p{L}\p{N}]/u.test(this.textBetweenLinks())) {
      return { text: written.join("\n"), links: [] };
    }
    return { text, links: written };
  }

  /** Returns the words without links, for a table cell; the links are written below the row. */
  finishCell(): { text: string; urls: string[] } {
    return { text: this.text.trim(), urls: this.links.map(({ url }) => url) };
  }

  private textBetweenLinks(): string {
    let between = "";
    let at = 0;
    for (const { from, to } of this.links) {
      between += this.text.slice(at, from);
      at = to;
    }
    return between + this.text.slice(at);
  }
}
