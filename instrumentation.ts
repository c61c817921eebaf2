/** Runs once when a server starts: wrong settings stop it here, by name, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepareServer } = await import("@/lib/health/prepare-server");
  await prepareServer();
  const { followResponses } = await import("@/lib/http/response-head");
  followResponses();
}
