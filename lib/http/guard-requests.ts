import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { env } from "@/lib/env";
import { takeTurn } from "@/lib/limits/take-turn";
import type { Asker, Owner } from "@/lib/limits/turn";
import { describeError, log } from "@/lib/log";
import { clientAddress, networkOf } from "./client-address";
import { isOwnConnection } from "./own-connections";
import { isPage, pageAsker, releaseAfter } from "./page-turn";
import type { Problem } from "./problem";
import { refusedRequest } from "./refused-request";
import { areSameMachine, isDeposit, methodsOf, type RequestFault, requestFault } from "./request-fault";
import { SECURITY_HEADERS } from "./security-headers.mjs";
import { hasArrived, watchBody } from "./watch-body";

/** No form with typed fields is larger than this. A larger form needs a turn of the resource `bodies` too. */
const TYPED_BYTES = 64 * 1024;

const guarded = new WeakSet<Server>();

/**
 * Runs between Node's server and Next: refuses requests that no page or route should see, with an explanation, and
 * limits the bodies of forms. Next reads a form's body into memory before any code of the portal runs, and twice when
 * there is a proxy.ts. Therefore the turns for bodies (`forms`, `bodies`) and for making a page or running a form
 * (`pages`) are taken here. Called once, when the server starts. Hosts that do not use Node's server limit methods,
 * names, sizes and times themselves (docs/decisions/0029). Returns a function that ends it for the servers of later tests.
 */
export function guardRequests(): () => void {
  const channel = "http.server.request.start";
  const guardNew = (message: unknown) => {
    const { server } = message as { server?: unknown };
    if (server instanceof Server && !guarded.has(server)) guard(server);
  };
  subscribe(channel, guardNew);
  return () => void unsubscribe(channel, guardNew);
}

/** Calls Next's own listeners; settles when they have done their work. */
type Next = () => Promise<unknown>;

function guard(server: Server): void {
  guarded.add(server);
  server.on("connection", (socket: Socket) => void admitSocket(socket));
  const next = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const pass = () =>
      Promise.allSettled(
        next.map((listener): unknown => Reflect.apply(listener, server, [request, response])),
      );
    admit(request, response, pass).catch((error: unknown) => {
      log("error", "request_failed", describeError(error));
      response.destroy();
    });
  });
}

/**
 * Closes a connection at once when its network, or all networks together, have too many. Behind a trusted proxy all
 * connections are the proxy's, which limits the connections of its clients itself.
 */
async function admitSocket(socket: Socket): Promise<void> {
  const isProxy = env().TRUSTED_PROXY_HOPS > 0;
  const owner: Owner = isProxy ? "proxy:trusted" : `network:${networkOf(socket.remoteAddress ?? "")}`;
  const turn = await takeTurn("sockets", { owners: [owner] });
  if (!turn) return void socket.destroy();
  if (socket.destroyed) turn.release();
  else socket.once("close", () => turn.release());
}

async function admit(request: IncomingMessage, response: ServerResponse, next: Next): Promise<void> {
  const { method = "", url: target = "" } = request;
  const headers = headersOf(request);
  const bodyLength = lengthOf(request);
  const hosts = [headers.get("host") ?? "", headers.get("x-forwarded-host") ?? ""];
  const origin = env().APP_URL;
  const fault = requestFault({ method, target, bodyLength, hosts }, origin);
  if (fault) return send(response, refusal(headers, fault, { target, hosts, origin }));
  const hasForm = bodyLength !== 0 && !["GET", "HEAD"].includes(method) && !isDeposit(target);
  // A request that Next sends to its own server belongs to a request that has a turn. If it waited for another
  // turn, the two could block each other for ever.
  if (isOwnConnection(request.socket) || (!hasForm && !isPage(target))) return void next();

  const network = networkOf(clientAddress(headers)) || networkOf(request.socket.remoteAddress ?? "");
  const entry = { request, response, asker: await pageAsker(headers, network), next };
  if (!hasForm) await passPage(entry, headers);
  else await passForm(entry, headers, { isLarge: bodyLength === null || bodyLength > TYPED_BYTES });
}

interface Entry {
  request: IncomingMessage;
  response: ServerResponse;
  asker: Asker;
  next: Next;
}

/**
 * Passes a request to Next in a turn. Only a few requests of each session have one at a time, so that the one thread
 * serves all sessions equally.
 */
async function passPage({ request, response, asker, next }: Entry, headers: Headers): Promise<void> {
  const turn = await takeTurn("pages", asker);
  if (!turn) return send(response, refusedRequest(headers, "busy", BUSY));
  // The client may have disconnected while the request waited for its turn.
  if (request.socket.destroyed) return turn.release();
  releaseAfter(response, turn, next());
}

/**
 * Receives a form in a turn. A short one is passed to Next like a page when it has arrived, a large one immediately:
 * Next reads it while it arrives.
 */
async function passForm(entry: Entry, headers: Headers, { isLarge }: { isLarge: boolean }): Promise<void> {
  const { request, response, asker, next } = entry;
  const form = await takeTurn("forms", asker);
  const body = form && isLarge ? await takeTurn("bodies", asker) : form;
  if (!form || !body) {
    form?.release();
    return send(response, refusedRequest(headers, "busy", BUSY));
  }
  const stopWatching = watchBody(request, (reason) =>
    send(response, refusedRequest(headers, reason, reason === "stalled" ? STALLED : BODY_TOO_LARGE)),
  );
  const answered = () => {
    stopWatching();
    body.release();
    form.release();
  };
  // The client may have disconnected while the request waited for its turn.
  if (request.socket.destroyed) return answered();
  request.once("end", stopWatching);
  response.once("close", answered);
  if (isLarge) {
    releaseAfter(response, body, next());
  } else if (await hasArrived(request)) {
    stopWatching();
    if (isPage(request.url ?? "")) await passPage(entry, headers);
    else await next();
  }
}

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
  title: "The body may have at most 1 MB.",
};

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
  // Two loopback names of the same machine lead to the same portal, so the browser is redirected to the right one.
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

/** The announced length of the body: 0 without a body, null when the length is not announced. */
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
