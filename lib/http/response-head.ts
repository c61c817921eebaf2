import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import type { TakingProof } from "@/lib/taking-choices";

/*
 * In Next 16 a page can change its status only with notFound(), which renders in the browser only: the document stays
 * empty until scripts run (vercel/next.js#62228). So pages render the error themselves and set its status here. Next
 * also omits the Content-Length of a streamed response, without which a download shows no progress, and hides the
 * method and the prefetch headers from pages.
 */

declare global {
  // Instrumentation and pages are separate bundles; they share this object through the global scope.
  var efactureResponses: AsyncLocalStorage<ServerResponse> | undefined;
}

/** Gives pages access to their response. Called once, when the server starts. */
export function followResponses(): void {
  if (globalThis.efactureResponses) return;
  const responses = (globalThis.efactureResponses = new AsyncLocalStorage());
  subscribe("http.server.request.start", (message) => {
    if (hasResponse(message)) responses.enterWith(message.response);
  });
}

/** Sets the status of the current page. False when there is no response or its head was already sent. */
export function setPageStatus(status: 404 | 503): boolean {
  const response = globalThis.efactureResponses?.getStore();
  if (!response || response.headersSent) return false;
  response.statusCode = status;
  if (status === 503) response.setHeader("Retry-After", "5");
  return true;
}

/**
 * Returns whether the response is data for scripts of an open page, not a document (RSC, or the answer to a server
 * action). Nobody reads its status, and its head is sent before the page runs.
 */
export function isSoftNavigation(): boolean {
  const headers = globalThis.efactureResponses?.getStore()?.req.headers;
  return headers !== undefined && ("rsc" in headers || "next-action" in headers);
}

/** Returns the address at the other end of the connection: the client's, or a proxy's; "" when the host hides it. */
export function peerAddress(): string {
  return globalThis.efactureResponses?.getStore()?.req.socket.remoteAddress ?? "";
}

/** Announces the length of the current response's body; a server that compresses it removes the header again. */
export function announceLength(bytes: number): void {
  const response = globalThis.efactureResponses?.getStore();
  if (response && !response.headersSent) response.setHeader("Content-Length", bytes);
}

/**
 * Returns a function to call after the current response. It returns `delivered` when all of the response was sent, null
 * when it was cut, and `requested` if the host gives no access to its responses and cannot tell.
 */
export function followDelivery(): () => Exclude<TakingProof, "verified"> | null {
  const response = globalThis.efactureResponses?.getStore();
  if (!response) return () => "requested";
  // Node also marks a response as finished when the connection broke and the rest is dropped: only the socket shows
  // it.
  const { socket } = response;
  return () => (response.writableFinished && !socket?.errored ? "delivered" : null);
}

/**
 * Calls `callback` when the current response has ended, complete or aborted. False, without calling it, if the host gives
 * no access to its responses.
 */
export function whenAnswered(callback: () => void): boolean {
  const response = globalThis.efactureResponses?.getStore();
  if (response?.closed) callback();
  else response?.once("close", callback);
  return response !== undefined;
}

/** Returns a function that closes the connection of the current response, so that a reader who stalls frees it. */
export function responseAborter(): () => void {
  const response = globalThis.efactureResponses?.getStore();
  return () => void response?.destroy();
}

/**
 * Returns whether the current page was requested with GET and with headers that count (`isReading`, `isLinkUse`). Next
 * hides the prefetch headers from pages; where the host gives no access to its requests, `seen` decides: the headers
 * that Next shows.
 */
export function isCountedVisit(isCounted: (headers: Headers) => boolean, seen: Headers): boolean {
  const request = globalThis.efactureResponses?.getStore()?.req;
  if (!request) return isCounted(seen);
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : [],
  );
  return request.method === "GET" && isCounted(new Headers(headers));
}

function hasResponse(message: unknown): message is { response: ServerResponse } {
  return typeof message === "object" && message !== null && "response" in message;
}
