import { Socket } from "node:net";
import { vi } from "vitest";

/**
 * Counts the statements that `work` makes this process send to PostgreSQL. It looks for the protocol messages Bind and
 * Query (PostgreSQL 18, 54.7) in the bytes that are written to sockets.
 */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const written = vi.spyOn(Socket.prototype, "write");
  try {
    await work();
    for (const [chunk] of written.mock.calls) if (Buffer.isBuffer(chunk)) count += statementsIn(chunk);
  } finally {
    written.mockRestore();
  }
  return count;
}

function statementsIn(messages: Buffer): number {
  let count = 0;
  for (let at = 0; at + 5 <= messages.length; at += 1 + messages.readInt32BE(at + 1))
    if (["B", "Q"].includes(String.fromCharCode(messages[at] ?? 0))) count += 1;
  return count;
}
