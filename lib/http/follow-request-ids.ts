import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { enterRequest } from "@/lib/request-id";

const HEADER = "x-request-id";

let isFollowing = false;

/**
 * Gives each request an id, which its log lines carry and which the answer returns in `X-Request-Id`. Behind a trusted
 * proxy (`TRUSTED_PROXY_HOPS`) it is the id that the proxy sent, so that both logs can be joined; otherwise a client
 * could choose the id of others. Called once, when the server starts.
 */
export function followRequestIds(): void {
  if (isFollowing) return;
  isFollowing = true;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const sent = request.headers[HEADER];
    const isTrusted = env().TRUSTED_PROXY_HOPS > 0 && typeof sent === "string";
    response.setHeader(HEADER, enterRequest(isTrusted ? sent : undefined));
  });
}
