import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { isPrefetch } from "./is-prefetch";

/*
 * Next 16 gives a page no way to choose its status but notFound(), and draws what that shows in the browser alone: the
 * document has an empty body until scripts run (vercel/next.js#62228). So pages draw themselves, and set the status here.
 * It also leaves out the Content-Length of a route handler's stream, without which a download shows no progress, and
 * hides method and prefetch headers from pages.
 */

declare global {
  // Instrumentation and pages are bundled apart and must meet.
  var efactureResponses: AsyncLocalStorage<ServerResponse> | undefined;
}

/** Lets pages reach the response they are part of; once, when the server starts. */
export function followResponses(): void {
  if (globalThis.efactureResponses) return;
  const responses = (globalThis.efactureResponses = new AsyncLocalStorage());
  subscribe("http.server.request.start", (message) => {
    if (hasResponse(message)) responses.enterWith(message.response);
  });
}

/** Gives the page being drawn this status. False when it cannot: no such response, or it has begun. */
export function setPageStatus(status: 404 | 503): boolean {
  const response = globalThis.efactureResponses?.getStore();
  if (!response || response.headersSent) return false;
  response.statusCode = status;
  if (status === 503) response.setHeader("Retry-After", "5");
  return true;
}

/**
 * Whether the page being drawn goes to scripts of a page that is open, as data and not as a document (RSC, or the answer
 * to a server action): nobody looks at its status, and it begins before the page knows anything.
 */
export function isSoftNavigation(): boolean {
  const headers = globalThis.efactureResponses?.getStore()?.req.headers;
  return headers !== undefined && ("rsc" in headers || "next-action" in headers);
}

/** Tells how many bytes the body of the answer under way will have; a server that compresses it takes that back. */
export function announceLength(bytes: number): void {
  const response = globalThis.efactureResponses?.getStore();
  if (response && !response.headersSent) response.setHeader("Content-Length", bytes);
}

/**
 * A function that tells, once the answer under way is over, whether all of it went out; where a host does not show its
 * responses, that is taken to be so.
 */
export function followDelivery(): () => boolean {
  const response = globalThis.efactureResponses?.getStore();
  if (!response) return () => true;
  // Node also calls an answer finished whose rest it drops because the connection broke: only the socket knows.
  const { socket } = response;
  return () => response.writableFinished && !socket?.errored;
}

/** Calls back once the connection is done with the answer under way, sent or broken off. */
export function whenAnswered(callback: () => void): void {
  const response = globalThis.efactureResponses?.getStore();
  if (response?.closed) callback();
  else response?.once("close", callback);
}

/** Whether the page being drawn was asked for by GET and for now: what HEAD or a prefetch shows, nobody has seen. */
export function isVisit(): boolean {
  const request = globalThis.efactureResponses?.getStore()?.req;
  if (!request) return true;
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : [],
  );
  return request.method === "GET" && !isPrefetch(new Headers(headers));
}

function hasResponse(message: unknown): message is { response: ServerResponse } {
  return typeof message === "object" && message !== null && "response" in message;
}
