import { adapter } from "next/dist/server/web/adapter";

/**
 * Runs a route within a request, like Next: what it leaves for after the answer (`after`) begins when the answer is there,
 * and `afterwards` waits for it. A test that uses it imports "next/dist/server/node-environment-baseline" first.
 */
export async function inRequest(
  route: () => Promise<Response>,
): Promise<{ answer: Response; afterwards: () => Promise<unknown> }> {
  const later: Promise<unknown>[] = [];
  let answered: Promise<Response> = Promise.resolve(new Response());
  await adapter({
    page: "/proxy",
    request: {
      url: process.env.APP_URL ?? "",
      method: "GET",
      headers: {},
      signal: new AbortController().signal,
      waitUntil: (work) => void later.push(work),
    },
    handler: async () => {
      answered = route();
      await answered.catch(() => {});
      return new Response();
    },
  });
  return { answer: await answered, afterwards: () => Promise.all(later) };
}
