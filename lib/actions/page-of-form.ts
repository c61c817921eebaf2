import { headers } from "next/headers";

/** Returns the path and query of the page whose form was sent: a form posts to the URL of its page. */
export async function pageOfForm(): Promise<string> {
  const path = (await headers()).get("x-path") ?? "/";
  return /^\/(?!\/)/.test(path) ? path : "/";
}
