import { env } from "@/lib/env";
import { isPrefetch } from "./is-prefetch";

/**
 * Returns whether a response to this request may be recorded as a reading (security T34): the request comes from one of
 * our own pages, or the person typed the address, used a bookmark or a mail program. A page of another site can make
 * the browser send a request with our cookies, so such a request is answered and records nothing. Prefetches record
 * nothing either.
 */
export function isReading(headers: Headers): boolean {
  return !isPrefetch(headers) && isFromPortal(headers);
}

/**
 * Returns whether this request counts as a use of a direct link. The page of a webmail is another site, so a click
 * counts there too: a navigation that the person started. What another page loads by itself (frame, image, script)
 * does not.
 */
export function isLinkUse(headers: Headers): boolean {
  if (isPrefetch(headers)) return false;
  return isFromPortal(headers) || (isPageNavigation(headers) && headers.get("sec-fetch-user") === "?1");
}

/** Without Fetch Metadata (older browsers, programs) the Referer decides; there is none for a typed address. */
function isFromPortal(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const referer = headers.get("referer");
  if (referer === null) return true;
  if (!URL.canParse(referer)) return false;
  const { host, origin } = new URL(referer);
  return host === headers.get("host") || origin === new URL(env().APP_URL).origin;
}

const isPageNavigation = (headers: Headers) =>
  headers.get("sec-fetch-mode") === "navigate" && headers.get("sec-fetch-dest") === "document";
