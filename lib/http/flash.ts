import { cookies } from "next/headers";

const SECONDS = 60;

/*
 * What an action has to tell the page it redirects to, for a minute and on that path only: a form answered this way
 * works without JavaScript, loses nothing that was typed, and a reload sends nothing twice.
 */

/** Leaves `value` for the page at `path`. Never a password: it travels in a cookie. */
export async function leaveFlash(path: string, value: Record<string, string>): Promise<void> {
  (await cookies()).set(cookieName(path), Buffer.from(JSON.stringify(value)).toString("base64url"), {
    path,
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: "strict",
    secure: true,
  });
}

/** What was left for the page at `path`, or an empty record. */
export async function readFlash(path: string): Promise<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(
      Buffer.from((await cookies()).get(cookieName(path))?.value ?? "", "base64url").toString("utf8"),
    );
    const entries = parsed && typeof parsed === "object" ? Object.entries(parsed) : [];
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}

/** A name for each page: the cookie of a page is sent to the pages below it too. */
const cookieName = (path: string) => `flash${path.replace(/[^a-z0-9]+/g, "-")}`;
