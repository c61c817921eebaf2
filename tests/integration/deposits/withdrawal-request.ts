import { POST } from "@/app/api/v1/invoices/[id]/withdrawal/route";

/** Sends a withdrawal to the route handler itself; a text `body` is sent as it is. */
export async function sendWithdrawal(key: string | null, id: string, body: object | string) {
  const request = new Request(`http://localhost:3000/api/v1/invoices/${id}/withdrawal`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await POST(request, { params: Promise.resolve({ id }) });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}
