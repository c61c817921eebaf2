import type { Instrumentation } from "next";

/** Runs once when a server starts. Wrong settings stop it before the first request, with an error that names them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NODE_ENV === "production") (await import("@/lib/http/log-failures")).logConsole();
  const { prepareServer } = await import("@/lib/health/prepare-server");
  await prepareServer();
  const { followRequestIds } = await import("@/lib/http/follow-request-ids");
  followRequestIds();
  const { followResponses } = await import("@/lib/http/response-head");
  followResponses();
  const { followOwnConnections } = await import("@/lib/http/own-connections");
  followOwnConnections();
  const { guardRequests } = await import("@/lib/http/guard-requests");
  guardRequests();
}

/** Next calls this with each error that a page, a route or a server action did not handle: the one place that logs it. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFailure } = await import("@/lib/http/log-failures");
  logFailure(error, request);
};
