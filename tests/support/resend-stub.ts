import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { bodyFaults, type StubMail } from "./resend-stub-mail";

/** How a request fails. `accept` says whether the mail is still sent. */
export type StubFault =
  | { kind: "status"; status: number; name?: string; retryAfter?: string; html?: boolean; accept?: boolean }
  /** The connection is cut without an answer. */
  | { kind: "reset"; accept: boolean }
  /** No answer ever comes; the client's timeout ends the request. */
  | { kind: "hang"; accept: boolean };

export interface AcceptedMail {
  id: string;
  idempotencyKey: string;
  mail: StubMail;
}

export interface ResendStub {
  readonly url: string;
  /** Every mail that it would deliver, once, in order. Empty with `keepMails: false`. */
  readonly accepted: AcceptedMail[];
  /** The number of mails, and of requests with any result. */
  readonly counts: { mails: number; requests: number };
  /** The next requests fail in this order. */
  failNext(...faults: StubFault[]): void;
  /** Decides about each request that `failNext` does not cover, counted from 1; null means no fault. */
  decide(rule: (request: number) => StubFault | null): void;
  /** From now on waits this long before each answer. */
  answerAfter(ms: number): void;
  /** Forgets idempotency keys, as the real one does after 24 hours. */
  forgetKeys(): void;
  /** Refuses connections until the returned function is called. */
  goDown(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export const STUB_KEY = "re_only_for_tests";

/**
 * Behaves like Resend's sending API: it keeps keys with their answer, answers 409 to another body under a key and to a
 * request still in progress, validates the whole batch strictly, and fails as a test asks.
 */
export async function startResendStub({ keepMails = true } = {}): Promise<ResendStub> {
  const accepted: AcceptedMail[] = [];
  const counts = { mails: 0, requests: 0 };
  const keys = new Map<string, { digest: string; answer: string | null }>();
  const faults: StubFault[] = [];
  let rule: (request: number) => StubFault | null = () => null;
  let answerMs = 0;

  const server = createServer((request, response) => {
    void readBody(request).then(
      async (body) => {
        if (answerMs > 0) await pause(answerMs);
        respond(request, response, body);
      },
      () => response.destroy(),
    );
  });

  function respond(request: IncomingMessage, response: ServerResponse, body: string): void {
    counts.requests += 1;
    const fault = faults.shift() ?? rule(counts.requests);
    if (fault && !("accept" in fault && fault.accept)) return fail(response, fault);
    const { status, name, json } = process(request, body);
    if (fault) return fail(response, fault);
    response.writeHead(status, { "content-type": "application/json", "ratelimit-limit": "2" });
    response.end(json ?? JSON.stringify({ statusCode: status, name, message: `Refused: ${name}.` }));
  }

  function process(request: IncomingMessage, body: string): { status: number; name?: string; json?: string } {
    if (request.headers.authorization !== `Bearer ${STUB_KEY}`)
      return { status: 401, name: "invalid_api_key" };
    const isBatch = request.url === "/emails/batch";
    if (request.method !== "POST" || (!isBatch && request.url !== "/emails"))
      return { status: 404, name: "not_found" };
    const key = String(request.headers["idempotency-key"] ?? randomUUID());
    if (key.length > 256) return { status: 400, name: "invalid_idempotency_key" };
    const digest = createHash("sha256").update(`${request.url}\n${body}`).digest("hex");
    const known = keys.get(key);
    if (known && known.digest !== digest) return { status: 409, name: "invalid_idempotent_request" };
    if (known?.answer === null) return { status: 409, name: "concurrent_idempotent_requests" };
    if (known?.answer) return { status: 200, json: known.answer };
    const parsed: unknown = JSON.parse(body);
    const fault = bodyFaults(parsed, isBatch);
    if (fault) return { status: 422, name: fault };
    const mails = (isBatch ? parsed : [parsed]) as StubMail[];
    const ids = mails.map((mail) => {
      const id = randomUUID();
      counts.mails += 1;
      if (keepMails) accepted.push({ id, idempotencyKey: key, mail });
      return { id };
    });
    const answer = JSON.stringify(isBatch ? { data: ids } : ids[0]);
    keys.set(key, { digest, answer });
    return { status: 200, json: answer };
  }

  // By default a connection closes after five idle seconds, perhaps just when a slow process sends a request on it.
  server.keepAliveTimeout = 0;
  const listen = (port: number) =>
    new Promise<void>((done) => server.listen(port, "127.0.0.1", () => done()));
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    accepted,
    counts,
    failNext: (...next) => void faults.push(...next),
    decide: (next) => void (rule = next),
    answerAfter: (ms) => void (answerMs = ms),
    forgetKeys: () => keys.clear(),
    async goDown() {
      await stop();
      return () => listen(port);
    },
    close: stop,
  };
}

function fail(response: ServerResponse, fault: StubFault): void {
  if (fault.kind === "hang") return;
  if (fault.kind === "reset") return void response.socket?.resetAndDestroy();
  const headers = fault.retryAfter ? { "retry-after": fault.retryAfter } : {};
  response.writeHead(fault.status, {
    ...headers,
    "content-type": fault.html ? "text/html" : "application/json",
  });
  response.end(
    fault.html
      ? "<html><body><h1>Bad gateway</h1></body></html>"
      : JSON.stringify({
          statusCode: fault.status,
          name: fault.name ?? "internal_server_error",
          message: "No.",
        }),
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
