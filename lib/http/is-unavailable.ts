const CODES = new Set([
  // The start checks have not passed yet (db/client.ts).
  "CONNECTION_HELD",
  // Codes of the driver and of the operating system.
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
  // PostgreSQL: shutting down, starting up, out of connections, out of disk.
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "53100",
  "ENOSPC",
  // The parser of invoice files did not answer in time (lib/formats/parser-busy-error.ts).
  "PARSER_BUSY",
  // lib/limits: no turn was free in time.
  "BUSY",
]);

/** Returns whether the error means that a part of the portal cannot answer now, so that a retry may help. */
export function isUnavailable(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && CODES.has(String(at.code))) return true;
  }
  return false;
}
