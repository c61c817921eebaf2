const FIRST_SIZE = 2 ** 20;

/**
 * Writes the JSON of a batch request, mail by mail as UTF-8, into a reused buffer. Performance: a hundred mails kept
 * as strings until the answer survive V8's collections of young objects, and a dispatch of many batches would keep
 * all of them in memory.
 */
export class BatchBody {
  private memory = Buffer.allocUnsafeSlow(FIRST_SIZE);
  private length = 0;

  /** Starts an empty list. */
  begin(): void {
    this.length = 0;
  }

  add(mail: object): void {
    this.write(this.length === 0 ? "[" : ",");
    this.write(JSON.stringify(mail));
  }

  /** Returns the finished list of at least one mail; the bytes are valid until the next `begin`. */
  end(): Uint8Array<ArrayBuffer> {
    this.write("]");
    return this.memory.subarray(0, this.length);
  }

  private write(text: string): void {
    // UTF-8 needs at most three bytes for each UTF-16 code unit of a string.
    const needed = this.length + 3 * text.length;
    if (needed > this.memory.length) {
      const larger = Buffer.allocUnsafeSlow(2 * needed);
      this.memory.copy(larger, 0, 0, this.length);
      this.memory = larger;
    }
    this.length += this.memory.write(text, this.length);
  }
}
