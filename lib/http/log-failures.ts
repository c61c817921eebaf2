import { describeError, log, redactPath } from "@/lib/log";

/** The errors that are in the log already. */
const logged = new WeakSet();

/** Logs an error that a page or a server action threw, once, with its place in the code. */
export function logFailure(error: unknown, request: { method: string; path: string }): void {
  if (error instanceof Error) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  log("error", "request_failed", {
    method: request.method,
    path: redactPath(request.path),
    ...describeError(error),
  });
}

/**
 * Makes JSON lines of what Next and packages write with `console.error` and `console.warn`. Their text is dropped,
 * because it may quote what a person typed: the line has the error's class and place, or the place of the call. An error
 * that `logFailure` logs is not logged again. Called once, when a server starts in production.
 */
export function logConsole(): void {
  Object.assign(console, { error: lineFor("error"), warn: lineFor("warn") });
}

const lineFor =
  (level: "error" | "warn") =>
  (...parts: unknown[]) => {
    const error = parts.find((part) => part instanceof Error);
    const { stack } = describeError(new Error());
    // Next writes an error before it reports it to `logFailure`.
    setImmediate(() => {
      if (!error) return log(level, "console", { stack });
      if (logged.has(error)) return;
      logged.add(error);
      log(level, "console", describeError(error));
    });
  };
