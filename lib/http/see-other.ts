import { flashCookie } from "./flash";

/** Answers a form by redirecting to `location`; `facts` are the message for the page at `page` (flash.ts). */
export function seeOther(location: string, page?: string, facts?: Record<string, string>): Response {
  const response = new Response(null, {
    status: 303,
    headers: { location, "cache-control": "private, no-store" },
  });
  if (page !== undefined && facts !== undefined) {
    const { name, value, path, maxAge } = flashCookie(page, { result: facts, typed: {} });
    response.headers.append(
      "set-cookie",
      `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Strict; Secure`,
    );
  }
  return response;
}
