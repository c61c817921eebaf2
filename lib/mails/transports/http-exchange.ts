import { Agent, type IncomingMessage, request } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import type { LookupFunction } from "node:net";

export interface Answered {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

/**
 * The error when no answer arrived. `isSurelyUnsent`: no connection was established, so no byte can have been read.
 */
export class NoAnswer extends Error {
  constructor(
    override readonly cause: unknown,
    readonly isSurelyUnsent: boolean,
  ) {
    super("no answer");
  }
}

const LONGEST_ANSWER_BYTES = 1024 * 1024;

const agent = new Agent({ keepAlive: true });
const secureAgent = new SecureAgent({ keepAlive: true });

/**
 * Sends one request and reads the whole answer, of at most 1 MB, within `timeoutMs`; redirections are not followed.
 * `lookup` replaces Node's own search for the address of the host. Rejects with `NoAnswer`. Performance: the body is sent
 * without a copy. `fetch` makes one that stays in memory until the next full garbage collection, which adds up over many
 * batches.
 */
export function exchange(
  url: string,
  {
    method,
    headers,
    body,
    lookup,
  }: { method: string; headers: Headers; body: string | Uint8Array; lookup?: LookupFunction | undefined },
  timeoutMs: number,
): Promise<Answered> {
  const isSecure = url.startsWith("https:");
  const open = isSecure ? secureRequest : request;
  return new Promise((resolve, reject) => {
    let hasConnected = false;
    const fail = (cause: unknown) => reject(new NoAnswer(cause, !hasConnected));
    const sent = open(
      url,
      {
        method,
        headers: Object.fromEntries(headers),
        agent: isSecure ? secureAgent : agent,
        ...(lookup && { lookup }),
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        const received = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        readAnswer(response).then(
          (body) =>
            resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(received), body }),
          fail,
        );
      },
    );
    sent.on("socket", (socket) => {
      if (!socket.connecting) hasConnected = true;
      else socket.once(isSecure ? "secureConnect" : "connect", () => (hasConnected = true));
    });
    sent.on("error", fail);
    sent.end(body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_ANSWER_BYTES) throw new Error("The answer is too long.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
