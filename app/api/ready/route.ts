import { checkReadiness } from "@/lib/health/check-readiness";

export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  const isReady = Object.values(readiness).every(Boolean);
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (!isReady) headers["retry-after"] = "5";
  return Response.json(
    { status: isReady ? "ready" : "not_ready", ...readiness },
    { status: isReady ? 200 : 503, headers },
  );
}
