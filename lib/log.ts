import { env } from "./env";
import { currentRequestId } from "./request-id";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
type Level = Exclude<(typeof LEVELS)[number], "silent">;

/** The allowed fields of a log line. There is none for a password, token, cookie, mail address or mail body. */
export interface LogFields {
  /** Set on security events (lib/security-log.ts). */
  security?: true;
  method?: string;
  /** Pass it through `redactPath` first. */
  path?: string;
  status?: number;
  durationMs?: number;
  /** The kind of viewer that acts. */
  viewer?: string;
  /** The user who acts. */
  userId?: string;
  /** The user, account or invoice that it is about. */
  subjectId?: string;
  /** A keyed digest of a typed identifier. */
  identifierDigest?: string;
  /** The client's network (/24 or /64), never its whole address. */
  network?: string;
  accountId?: string;
  supplierId?: string;
  invoiceId?: string;
  job?: string;
  count?: number;
  reason?: string;
  errorName?: string;
  errorCode?: string;
  stack?: string;
}

/**
 * Writes one JSON line to standard output: time, level, event, the id of the request or run (lib/request-id.ts), and the
 * allowed fields only.
 */
export function log(level: Level, event: string, fields: LogFields = {}): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(env().LOG_LEVEL)) return;
  const at = new Date().toISOString();
  process.stdout.write(`${JSON.stringify({ at, level, event, requestId: currentRequestId(), ...fields })}\n`);
}

/** Returns the path without secrets: tokens of mailed links and query strings are removed. */
export function redactPath(path: string): string {
  const [withoutQuery = ""] = path.split("?", 1);
  return withoutQuery
    .replace(/^\/d\/[^/]+/, "/d/…")
    .replace(/^(\/[^/]+\/reset)\/[^/]+/, "$1/…")
    .replace(/^(\/profile\/companies\/attach)\/[^/]+/, "$1/…");
}

/** Returns the loggable part of an error: name, code and stack, but no message, because a message may quote input. */
export function describeError(error: unknown): Pick<LogFields, "errorName" | "errorCode" | "stack"> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause ? String(cause.code) : undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { errorName: cause.name, errorCode: code, stack: frames.slice(0, 8).join("\n") };
}
