import { cookies } from "next/headers";
import { z } from "zod";

const SECONDS = 60;

/** A browser keeps 4,096 bytes of a cookie (RFC 6265, 6.1): in base64 this many take up 3,734, its name the rest. */
const MOST_BYTES = 2_800;

/*
 * A message from an action to the page it redirects to, valid for one minute and on that path only. A form that answers
 * this way works without JavaScript, keeps what was typed, and sends nothing twice on reload.
 */
export interface Flash {
  /** What happened, or why not. */
  said: Record<string, string>;
  /** What was typed into the form that was refused. */
  typed: Record<string, string>;
}

const words = z.record(z.string(), z.string());
const flash = z.object({ said: words, typed: words });

/**
 * Leaves `value` for the page at `path`. It travels in a cookie: never a password, and long texts are shortened to what
 * a cookie holds.
 */
export async function leaveFlash(path: string, value: Flash): Promise<void> {
  (await cookies()).set(cookieName(path), Buffer.from(fitting(value)).toString("base64url"), {
    path,
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: "strict",
    secure: true,
  });
}

/** What was left for the page at `path`; nothing said and nothing typed where nothing was. */
export async function readFlash(path: string): Promise<Flash> {
  try {
    const value = (await cookies()).get(cookieName(path))?.value ?? "";
    return flash.parse(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
  } catch {
    return { said: {}, typed: {} };
  }
}

/** As JSON that a cookie can hold: the longest of the typed texts are shortened until it does. */
export function fitting({ said, typed }: Flash): string {
  for (let most = MOST_BYTES; ; most = Math.floor(most * 0.9)) {
    const shortened = Object.entries(typed).map(([name, text]) => [name, text.slice(0, most)]);
    const json = JSON.stringify({ said, typed: Object.fromEntries(shortened) });
    if (Buffer.byteLength(json) <= MOST_BYTES || most === 0) return json;
  }
}

/** One cookie name for each page, because browsers also send a page's cookie to the pages below it. */
const cookieName = (path: string) => `flash${path.replace(/[^a-z0-9]+/g, "-")}`;
