import { describeError, log, redactPath } from "@/lib/log";
import { isUnavailable } from "./is-unavailable";
import { refusedRequest } from "./refused-request";

/**
 * Wraps a route handler: an error is logged once, here, and answered with 503 (try again) or 500. A browser gets a
 * page with an explanation.
 */
export function answer<Context>(
  handler: (request: Request, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      const unavailable = isUnavailable(error);
      log("error", "request_failed", {
        method: request.method,
        path: redactPath(new URL(request.url).pathname),
        status: unavailable ? 503 : 500,
        ...describeError(error),
      });
      return unavailable
        ? refusedRequest(request.headers, "busy", {
            status: 503,
            type: "unavailable",
            title: "The portal cannot answer at this moment.",
            detail: "Nothing was changed. Ask again in a few seconds.",
            retryAfterSeconds: 5,
          })
        : refusedRequest(request.headers, "failed", {
            status: 500,
            type: "internal",
            title: "The portal failed. Nothing was changed.",
          });
    }
  };
}
