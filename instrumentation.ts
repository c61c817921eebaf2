/** Runs once when a server starts. Wrong settings stop it before the first request, with an error that names them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepareServer } = await import("@/lib/health/prepare-server");
  await prepareServer();
  const { followResponses } = await import("@/lib/http/response-head");
  followResponses();
  const { followOwnConnections } = await import("@/lib/http/own-connections");
  followOwnConnections();
  const { guardRequests } = await import("@/lib/http/guard-requests");
  guardRequests();
}
