import { cookies } from "next/headers";

const SECONDS = 60;

/*
 * A message from an action to the page it redirects to, valid for one minute and on that path only. A form that answers
 * this way works without JavaScript, keeps what was typed, and sends nothing twice on reload.
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

/** One cookie name for each page, because browsers also send a page's cookie to the pages below it. */
const cookieName = (path: string) => `flash${path.replace(/[^a-z0-9]+/g, "-")}`;
