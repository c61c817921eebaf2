/** Says that the process runs. /api/ready says whether it can work. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
