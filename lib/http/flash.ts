import { cookies } from "next/headers";
import { z } from "zod";

const SECONDS = 60;

/**
 * A browser stores 4,096 bytes of a cookie (RFC 6265, 6.1). These bytes become 3,734 in base64; the rest is for the
 * cookie's name and attributes.
 */
const MOST_BYTES = 2_800;

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
 * Leaves `value` for the page at `path`. It is sent in a cookie, so it must never contain a password; long texts are
 * shortened to fit.
 */
export async function leaveFlash(path: string, value: Flash): Promise<void> {
  (await cookies()).set(cookieName(path), Buffer.from(jsonForCookie(value)).toString("base64url"), {
    path,
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: "strict",
    secure: true,
  });
}

/** Reads the message left for the page at `path`; empty when there is none. */
export async function readFlash(path: string): Promise<Flash> {
  try {
    const value = (await cookies()).get(cookieName(path))?.value ?? "";
    return flash.parse(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
  } catch {
    return { result: {}, typed: {} };
  }
}

/** Returns the message as JSON that fits into a cookie: the longest typed texts are shortened until it fits. */
export function jsonForCookie({ result, typed }: Flash): string {
  for (let most = MOST_BYTES; ; most = Math.floor(most * 0.9)) {
    const shortened = Object.entries(typed).map(([name, text]) => [name, text.slice(0, most)]);
    const json = JSON.stringify({ result, typed: Object.fromEntries(shortened) });
    if (Buffer.byteLength(json) <= MOST_BYTES || most === 0) return json;
  }
}

/** One cookie name for each page, because browsers also send a page's cookie to the pages below it. */
const cookieName = (path: string) => `flash${path.replace(/[^a-z0-9]+/g, "-")}`;
