import { cookies } from "next/headers";
import { z } from "zod";
import { now } from "@/lib/clock";
import { seal, unseal } from "@/lib/seal";

const DEFAULT_SECONDS = 60;

/**
 * A browser stores 4,096 bytes of a cookie (RFC 6265, 6.1). Sealed, these bytes become 3,782 characters; the rest is
 * for the cookie's name.
 */
const MAX_BYTES = 2_800;

/*
 * A message from an action to the page it redirects to, valid for one minute and on that path only. A form that answers
 * this way works without JavaScript, keeps what was typed, and sends nothing twice on reload.
 */
export interface Flash {
  /** The result of the action, or the reason for its refusal. */
  result: Record<string, string>;
  /** The texts typed into the refused form. */
  typed: Record<string, string>;
}

const words = z.record(z.string(), z.string());
const flash = z.object({ result: words, typed: words });

/**
 * Leaves `value` for the page at `path`. It is sent in a cookie that only the portal can read and make (lib/seal.ts).
 * Even so, it must never contain somebody's own password. Long texts are shortened to fit.
 */
export async function leaveFlash(path: string, value: Flash, seconds = DEFAULT_SECONDS): Promise<void> {
  (await cookies()).set(flashCookie(path, value, seconds));
}

/** Returns the cookie of `leaveFlash`, for an answer that is made outside of a page or an action. */
export function flashCookie(path: string, value: Flash, seconds = DEFAULT_SECONDS) {
  const endsAt = new Date(now().getTime() + seconds * 1_000);
  return {
    name: cookieName(path),
    value: seal(sealedFor(path), jsonForCookie(value), endsAt),
    path,
    maxAge: seconds,
    httpOnly: true,
    sameSite: "strict",
    secure: true,
  } as const;
}

/** Reads the message left for the page at `path`; empty when there is none, or it was forged or has expired. */
export async function readFlash(path: string): Promise<Flash> {
  const json = unseal(sealedFor(path), (await cookies()).get(cookieName(path))?.value ?? "");
  return json === null ? { result: {}, typed: {} } : flash.parse(JSON.parse(json));
}

const sealedFor = (path: string) => ({ purpose: "flash", of: path }) as const;

/** Returns the message as JSON that fits into a cookie: the longest typed texts are shortened until it fits. */
export function jsonForCookie({ result, typed }: Flash): string {
  for (let most = MAX_BYTES; ; most = Math.floor(most * 0.9)) {
    const shortened = Object.entries(typed).map(([name, text]) => [name, text.slice(0, most)]);
    const json = JSON.stringify({ result, typed: Object.fromEntries(shortened) });
    if (Buffer.byteLength(json) <= MAX_BYTES || most === 0) return json;
  }
}

/**
 * One cookie name for each page, because browsers also send a page's cookie to the pages below it. `__Secure-`, because
 * `__Host-` would allow no path (RFC 6265bis, 4.1.3).
 */
const cookieName = (path: string) => `__Secure-flash${path.replace(/[^a-z0-9]+/g, "-")}`;
