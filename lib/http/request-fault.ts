/**
 * Why a request is refused before Next reads it. Each reason has a page that explains it (`refusedRequest` in
 * messages).
 */
export type RequestFault = "malformed" | "too_long" | "method" | "body_too_large" | "address";

interface RequestHead {
  method: string;
  /** The target as it was sent: path and query. */
  target: string;
  /** The announced length of the body in bytes; 0 without one, null when it is not announced. */
  bodyLength: number | null;
  /** `Host`, and `X-Forwarded-Host` if a proxy sends it. */
  hosts: readonly string[];
}

/** The maximum length of a target in bytes: ten times the length of the longest filter of the list. */
const LONGEST_TARGET = 8_192;

/** Forms have a few kilobytes. Deposits, which are files, are limited by their route. */
export const FORM_LIMIT_BYTES = 1024 * 1024;

const PAGE_METHODS = ["GET", "HEAD", "POST"];
const API_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** The methods that an address may answer to, for the `Allow` of a 405. */
export const methodsOf = (target: string): readonly string[] => (isApi(target) ? API_METHODS : PAGE_METHODS);

/** Whether the target is called by programs, which may use any host name of the server. */
const isApi = (target: string): boolean => target.startsWith("/api/");

/**
 * Whether the body is a file. Its route takes a turn and reads it with a separate limit, after it has checked the key
 * or the session.
 */
export const isDeposit = (target: string): boolean =>
  /^(?:\/api\/v1\/(?:invoices|deposits)|\/console\/(?:accounts\/import|deposits\/new|deposits\/announcements)\/file)(?:\?|$)/.test(
    target,
  );

/**
 * The fault of a request, or null: a target that is too long, is not a path, or has an escape that is not UTF-8 or is
 * a null byte; a method that the portal does not use; a body larger than any form; a page requested at another host
 * than the portal's own (`origin`, APP_URL), where forms and cookies would not work.
 */
export function requestFault(head: RequestHead, origin: string): RequestFault | null {
  const { method, target, bodyLength, hosts } = head;
  if (target.length > LONGEST_TARGET) return "too_long";
  if (!isReadable(target)) return "malformed";
  if (!methodsOf(target).includes(method)) return "method";
  if (!isDeposit(target) && (bodyLength ?? 0) > FORM_LIMIT_BYTES) return "body_too_large";
  const isOwn = hosts.some((host) => host.toLowerCase() === new URL(origin).host);
  return isOwn || isApi(target) || target.startsWith("/_next/") ? null : "address";
}

function isReadable(target: string): boolean {
  if (!target.startsWith("/") || target.startsWith("//") || /[\\\s]|%00/.test(target)) return false;
  const [path = ""] = target.split("?", 1);
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Whether both are loopback names with the same port, so that a browser can be redirected from one to the other. */
export function areSameMachine(host: string, origin: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const names = [new URL(`http://${host}`), new URL(origin)];
  return names[0]?.port === names[1]?.port && names.every(({ hostname }) => LOOPBACK.includes(hostname));
}
