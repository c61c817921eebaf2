import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Asker, Turn } from "@/lib/limits/turn";
import { SESSION_COOKIE, unsealSessionId } from "./session-cookie";

/**
 * Addresses that take little time of the thread that makes pages, or that have separate turns
 * (lib/limits/resources.ts): files of the build, addresses for programs, exports, originals.
 */
const NO_PAGE =
  /^\/(?:_next|api|pdf\.js|icon\.svg)(?:\/|$)|^\/d\/[^/]+\/[^/]+$|\/(?:export|original|xml|attachments\/[^/]+)$/;

/** Whether the answer is a page, which React makes on the one thread that all requests share. */
export const isPage = (target: string): boolean => !NO_PAGE.test(target.split("?", 1)[0] ?? "");

/**
 * The owners of the turn for a page or a form: the network and, within it, the session, or all visitors of that
 * network without a session together.
 */
export async function pageAsker(headers: Headers, network: string): Promise<Asker> {
  const session = await sessionOf(cookieOf(headers, SESSION_COOKIE));
  return {
    owners: [`network:${network}`, `session:${session ?? `strangers of ${network}`}`],
    isKnown: session !== null || claimsToBeKnown(headers),
  };
}

/**
 * Whether the browser has a cookie of somebody who signed in. The cookie is not checked here: it decides only the
 * order in which requests of one network get their turns.
 */
const claimsToBeKnown = (headers: Headers): boolean => cookieOf(headers, "__Host-device").length >= 40;

const cookieOf = (headers: Headers, name: string): string =>
  (headers.get("cookie") ?? "")
    .split("; ")
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? "";

/** Cookies seen lately and the sessions sealed in them: opening the seal takes a third of a millisecond. */
const opened = new Map<string, string | null>();
const MAX_OPENED = 2_000;

/** The session sealed in the cookie, which may have ended meanwhile; null for a cookie that the portal did not make. */
async function sessionOf(cookie: string): Promise<string | null> {
  if (cookie === "" || cookie.length > 2_000) return null;
  const known = opened.get(cookie);
  if (known !== undefined) return known;
  const session = await unsealSessionId(cookie);
  if (opened.size >= MAX_OPENED) opened.delete(opened.keys().next().value ?? "");
  opened.set(cookie, session);
  return session;
}

/** The time to wait for a page whose reader has left: Next continues to render it, and its promise may never settle. */
const LONGEST_AFTER_CLOSE_MS = 250;

/**
 * Releases the turn when the response has ended. When the reader left before, waits until Next has rendered the page,
 * for `LONGEST_AFTER_CLOSE_MS` at most.
 */
export function releaseAfter(response: ServerResponse, turn: Turn, work: Promise<unknown>): void {
  const release = async () => {
    if (!response.writableEnded)
      await Promise.race([work, pause(LONGEST_AFTER_CLOSE_MS, undefined, { ref: false })]);
    turn.release();
  };
  if (response.closed) void release();
  else response.once("close", () => void release());
}
