/** PostgreSQL shutting down, or the driver or the system saying that the connection is no more. */
const GONE = /^(57P0[123]|CONNECTION_\w+|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/**
 * Notices that a transaction's connection is gone. postgres.js 3.4.9 would go on writing to it: it then throws outside
 * of any promise and never settles the query (its issues 1154 and 1208), so nothing may be sent after the end.
 */
export class ConnectionLife {
  #isOver = false;
  #tell: (error: Error) => void = () => {};
  #end = new Promise<never>((_, reject) => (this.#tell = reject));

  constructor() {
    this.#end.catch(() => {});
  }

  /** Options of the first query, with the hook by which the driver's own transactions hear of the end. */
  watching<Options extends object>(options: Options): Options {
    const onexecute = (connection: { onclose?: (error: Error) => void }) => {
      connection.onclose = (error) => {
        this.#isOver = true;
        this.#tell(error);
      };
      return true;
    };
    return { ...options, onexecute };
  }

  /** What `work` comes to, or the end of the connection, whichever is first. */
  orEnd<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#end]);
  }

  /** Whether the connection is gone, or says with this error that it is going. */
  isOver(error?: unknown): boolean {
    for (let at = error; at instanceof Error; at = at.cause)
      if ("code" in at && GONE.test(String(at.code))) this.#isOver = true;
    return this.#isOver;
  }

  /** Stands for a query that is not sent any more; rejects as the driver's would. */
  refuse(): Promise<never> & { values: () => Promise<never> } {
    const error = Object.assign(new Error("The connection is closed."), { code: "CONNECTION_CLOSED" });
    const refused = Promise.reject<never>(error);
    refused.catch(() => {});
    return Object.assign(refused, { values: () => refused });
  }
}
