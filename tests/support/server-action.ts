import { adapter } from "next/dist/server/web/adapter";

interface Request {
  /** Cookies of the browser, as it sends them. */
  cookie?: string;
  /** The origin of the form; by default our own page. */
  origin?: string;
  /** The page that contains the form. */
  path?: string;
  /** Whether React posts the form. Without scripts the response is the whole page. */
  byScript?: boolean;
}

interface Answered {
  /** The target of the redirect; null when the answer replaced the form. */
  location: string | null;
  /** Every cookie that was set, by name. */
  cookies: Record<string, string>;
  result: unknown;
}

/**
 * Runs a server action within a request, like Next: headers and cookies can be read, cookies set, redirects thrown.
 * A test that uses it imports "next/dist/server/node-environment-baseline" first, as Next's own server does.
 */
export async function runAction(action: () => Promise<unknown>, request: Request = {}): Promise<Answered> {
  const portalUrl = process.env.APP_URL ?? "";
  const { cookie = "", origin = new URL(portalUrl).origin, path = "/", byScript = true } = request;
  let outcome: Promise<unknown> = Promise.resolve();
  const { response } = await adapter({
    page: "/proxy",
    request: {
      url: new URL(path, portalUrl).toString(),
      method: "POST",
      headers: { cookie, origin, "x-path": path, ...(byScript ? { "next-action": "any" } : {}) },
      signal: new AbortController().signal,
      waitUntil: () => {},
    },
    handler: async () => {
      outcome = action();
      await outcome.catch(() => {});
      return new Response();
    },
  });
  const cookies = Object.fromEntries(
    response.headers.getSetCookie().map((line) => {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      return [name, value];
    }),
  );
  try {
    return { location: null, cookies, result: await outcome };
  } catch (error) {
    return { location: redirection(error), cookies, result: undefined };
  }
}

/** The target of a thrown redirect; throws every other error again. */
function redirection(error: unknown): string {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  const [code, , ...rest] = digest.split(";");
  if (code !== "NEXT_REDIRECT") throw error;
  return rest.slice(0, -2).join(";");
}
