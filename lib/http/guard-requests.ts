import { subscribe } from "node:diagnostics_channel";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { env } from "@/lib/env";
import { takeTurn } from "@/lib/limits/take-turn";
import type { Asker } from "@/lib/limits/turn";
import { describeError, log } from "@/lib/log";
import { clientAddress, networkOf } from "./client-address";
import type { Problem } from "./problem";
import { refusedRequest } from "./refused-request";
import {
  areSameMachine,
  FORM_LIMIT_BYTES,
  isDeposit,
  methodsOf,
  type RequestFault,
  requestFault,
} from "./request-fault";
import { SECURITY_HEADERS } from "./security-headers.mjs";

/** A body that does not grow for this long, or takes so long in all, loses its turn and its connection. */
const STALLED_AFTER_MS = 10_000;
const LONGEST_BODY_MS = 60_000;
const WATCH_EVERY_MS = 1_000;

/** No form in which people type is larger; larger ones wait for a turn of their own. */
const TYPED_BYTES = 64 * 1024;

const guarded = new WeakSet<Server>();

/**
 * Stands between Node's server and Next: refuses requests that no page or route should see, in words, and bounds the bodies
 * of forms. Next reads a form's body into memory, twice when a proxy.ts is in the way, before any of our code runs; so the
 * turns for it are taken here: one until a large body has arrived (`bodies`), one until the form is answered (`forms`). Called once, when the server starts. Hosts that do not use Node's server bound
 * methods, names, sizes and times themselves (docs/decisions/0029).
 */
export function guardRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server?: unknown };
    if (server instanceof Server && !guarded.has(server)) guard(server);
  });
}

function guard(server: Server): void {
  guarded.add(server);
  server.on("connection", (socket: Socket) => void admitSocket(socket));
  const next = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const pass = () => {
      for (const listener of next) listener.call(server, request, response);
    };
    admit(request, response, pass).catch((error: unknown) => {
      log("error", "request_failed", describeError(error));
      response.destroy();
    });
  });
}

/** Closes a connection at once when its network, or everybody together, has too many. */
async function admitSocket(socket: Socket): Promise<void> {
  const turn = await takeTurn("sockets", { owners: [`network:${networkOf(socket.remoteAddress ?? "")}`] });
  if (!turn) return void socket.destroy();
  if (socket.destroyed) turn.release();
  else socket.once("close", () => turn.release());
}

async function admit(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  const { method = "", url: target = "" } = request;
  const headers = headersOf(request);
  const bodyLength = lengthOf(request);
  const hosts = [headers.get("host") ?? "", headers.get("x-forwarded-host") ?? ""];
  const origin = env().APP_URL;
  const fault = requestFault({ method, target, bodyLength, hosts }, origin);
  if (fault) return send(response, refusal(headers, fault, { target, hosts, origin }));
  if (bodyLength === 0 || isDeposit(target) || method === "GET" || method === "HEAD") return next();

  const network = networkOf(clientAddress(headers)) || networkOf(request.socket.remoteAddress ?? "");
  const asker: Asker = { owners: [`network:${network}`], isKnown: saysToBeKnown(headers) };
  const form = await takeTurn("forms", asker);
  const isLarge = bodyLength === null || bodyLength > TYPED_BYTES;
  const body = form && isLarge ? await takeTurn("bodies", asker) : form;
  if (!form || !body) {
    form?.release();
    return send(response, refusedRequest(headers, "busy", BUSY));
  }
  const stopWatching = watchBody(request, (reason) =>
    send(response, refusedRequest(headers, reason, reason === "stalled" ? STALLED : BODY_TOO_LARGE)),
  );
  const arrived = () => {
    stopWatching();
    if (isLarge) body.release();
  };
  const answered = () => {
    arrived();
    form.release();
  };
  // The client may be gone by the time it is its turn.
  if (request.socket.destroyed) return answered();
  request.once("end", arrived);
  response.once("close", answered);
  next();
}

/**
 * Whether the browser has a cookie of somebody who signed in. It is not checked here: it decides only who of a network comes
 * first at this door, and no network has more than a third of the turns behind it.
 */
const saysToBeKnown = (headers: Headers): boolean =>
  /(?:^|; )__Host-(?:device|e-facture)=[^;]{40}/.test(headers.get("cookie") ?? "");

const BUSY: Problem = {
  status: 503,
  type: "busy",
  title: "Too many requests are being received.",
  retryAfterSeconds: 5,
};
const STALLED: Problem = { status: 408, type: "stalled", title: "The rest of the request did not arrive." };
const BODY_TOO_LARGE: Problem = {
  status: 413,
  type: "body-too-large",
  title: "The body may have 1 MB at most.",
};

/** Calls `refuse` when the body stops arriving or grows beyond a form's, and closes its connection. */
function watchBody(
  request: IncomingMessage,
  refuse: (reason: "stalled" | "body_too_large") => void,
): () => void {
  const { socket } = request;
  const begun = { at: Date.now(), bytes: socket.bytesRead };
  let last = begun;
  const watch = setInterval(() => {
    const now = { at: Date.now(), bytes: socket.bytesRead };
    if (now.bytes > last.bytes) last = now;
    const isTooLarge = now.bytes - begun.bytes > 2 * FORM_LIMIT_BYTES;
    const isStalled = now.at - last.at >= STALLED_AFTER_MS || now.at - begun.at >= LONGEST_BODY_MS;
    if (!isTooLarge && !isStalled) return;
    clearInterval(watch);
    refuse(isTooLarge ? "body_too_large" : "stalled");
  }, WATCH_EVERY_MS).unref();
  return () => clearInterval(watch);
}

const PROBLEMS: Record<RequestFault, Problem> = {
  malformed: { status: 400, type: "malformed", title: "The address of the request cannot be read." },
  too_long: { status: 414, type: "too-long", title: "The address of the request is too long." },
  method: { status: 405, type: "method-not-allowed", title: "No address answers to that method." },
  body_too_large: BODY_TOO_LARGE,
  address: { status: 421, type: "other-address", title: "The portal has another address." },
};

function refusal(
  headers: Headers,
  fault: RequestFault,
  { target, hosts, origin }: { target: string; hosts: readonly string[]; origin: string },
): Response {
  const href = fault === "address" ? origin + target : "/";
  // A browser on this machine is sent on: what it was going to see is the same.
  if (fault === "address" && areSameMachine(hosts[0] ?? "", origin))
    return new Response(null, { status: 307, headers: { location: href, "cache-control": "no-store" } });
  const response = refusedRequest(headers, fault, PROBLEMS[fault], {
    href,
    lines: fault === "address" ? [origin] : [],
  });
  if (fault === "method") response.headers.set("allow", methodsOf(target).join(", "));
  return response;
}

/** Sends the answer and closes the connection, because the rest of the request is not read. */
function send(response: ServerResponse, answer: Response): void {
  if (response.headersSent) return void response.destroy();
  response.statusCode = answer.status;
  for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
  answer.headers.forEach((value, name) => response.setHeader(name, value));
  response.setHeader("connection", "close");
  void answer.text().then((text) => {
    const { socket } = response;
    response.end(response.req.method === "HEAD" ? undefined : text, () => socket?.destroySoon());
  });
}

/** The length of the body: 0 without one, null when only its end will tell. */
function lengthOf({ headers }: IncomingMessage): number | null {
  if (headers["transfer-encoding"] !== undefined) return null;
  return Number(headers["content-length"] ?? 0);
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === "string") headers.set(name, value);
  return headers;
}
