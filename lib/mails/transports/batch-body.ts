const FIRST_SIZE = 2 ** 20;

/**
 * The JSON of a request of many mails, written mail by mail as UTF-8 into a buffer that is reused. Performance: a
 * hundred mails kept as strings until the answer outlive V8's quick collections of young objects, and a dispatch of many
 * batches would keep all of them in memory.
 */
export class BatchBody {
  private memory = Buffer.allocUnsafeSlow(FIRST_SIZE);
  private length = 0;

  /** Begins an empty list. */
  begin(): void {
    this.length = 0;
  }

  add(mail: object): void {
    this.write(this.length === 0 ? "[" : ",");
    this.write(JSON.stringify(mail));
  }

  /** The finished list, of one mail at least; valid until the next one begins. */
  end(): Uint8Array<ArrayBuffer> {
    this.write("]");
    return this.memory.subarray(0, this.length);
  }

  private write(text: string): void {
    // UTF-8 takes at most three bytes for each UTF-16 unit of a string.
    const most = this.length + 3 * text.length;
    if (most > this.memory.length) {
      const larger = Buffer.allocUnsafeSlow(2 * most);
      this.memory.copy(larger, 0, 0, this.length);
      this.memory = larger;
    }
    this.length += this.memory.write(text, this.length);
  }
}
