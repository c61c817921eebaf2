/** Error codes of a shutdown of PostgreSQL, or of a closed connection as reported by the driver or the system. */
const CLOSED_CODES = /^(57P0[123]|CONNECTION_\w+|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/**
 * Detects that the connection of a transaction is closed. postgres.js 3.4.9 would continue to write to it: it then
 * throws outside of any promise and never settles the query (its issues 1154 and 1208), so nothing may be sent after
 * the connection is closed.
 */
export class ConnectionWatch {
  #isClosed = false;
  #reject: (error: Error) => void = () => {};
  #closed = new Promise<never>((_, reject) => (this.#reject = reject));

  constructor() {
    this.#closed.catch(() => {});
  }

  /**
   * Adds a hook to the options of the first query. The driver calls it when the connection is closed; its own
   * transactions use the same hook.
   */
  withCloseHook<Options extends object>(options: Options): Options {
    const onexecute = (connection: { onclose?: (error: Error) => void }) => {
      connection.onclose = (error) => {
        this.#isClosed = true;
        this.#reject(error);
      };
      return true;
    };
    return { ...options, onexecute };
  }

  /** Returns the result of `work`, or rejects when the connection is closed first. */
  orClosed<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#closed]);
  }

  /** Returns whether the connection is closed, or is being closed according to this error. */
  isClosed(error?: unknown): boolean {
    for (let at = error; at instanceof Error; at = at.cause)
      if ("code" in at && CLOSED_CODES.test(String(at.code))) this.#isClosed = true;
    return this.#isClosed;
  }

  /** Returns the result of a query that is no longer sent; it rejects like a query of the driver. */
  refuse(): Promise<never> & { values: () => Promise<never> } {
    const error = Object.assign(new Error("The connection is closed."), { code: "CONNECTION_CLOSED" });
    const refused = Promise.reject<never>(error);
    refused.catch(() => {});
    return Object.assign(refused, { values: () => refused });
  }
}
