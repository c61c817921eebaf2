/** An RFC 9457 problem. `type` is the end of a stable URN; `problems` lists all errors. */
export interface Problem {
  status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 411 | 413 | 414 | 415 | 421 | 422 | 429 | 500 | 503;
  type: string;
  title: string;
  detail?: string;
  problems?: readonly object[];
  retryAfterSeconds?: number;
}

export function problemResponse(problem: Problem): Response {
  const { retryAfterSeconds, type, ...members } = problem;
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "private, no-store",
  });
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="e-facture"');
  return new Response(JSON.stringify({ type: `urn:e-facture:problem:${type}`, ...members }), {
    status: problem.status,
    headers,
  });
}

/** Answers 401 without `WWW-Authenticate`: pages sign in by cookie, so no `Authorization` scheme would help. */
export function signInFirst(): Response {
  const response = problemResponse({ status: 401, type: "unauthorized", title: "Sign in first." });
  response.headers.delete("www-authenticate");
  return response;
}

export const notFound = () =>
  problemResponse({ status: 404, type: "not-found", title: "There is no such thing here." });

/** Answers 413: the body exceeds this number of kilobytes. */
export const bodyTooLarge = (kilobytes: number) =>
  problemResponse({
    status: 413,
    type: "body-too-large",
    title: `The body may have at most ${kilobytes} KB.`,
  });

/** Answers 405: the resource exists but does not support the method (RFC 9110, section 15.5.6). */
export function methodNotAllowed(allowed: string): Response {
  const response = problemResponse({
    status: 405,
    type: "method-not-allowed",
    title: "This address does not answer to that method.",
    detail: `Use ${allowed}.`,
  });
  response.headers.set("allow", allowed);
  return response;
}
