import { headers } from "next/headers";

/** The page that carried the form being answered: a form posts to the address of its page. */
export async function pageOfForm(): Promise<string> {
  const path = (await headers()).get("x-path") ?? "/";
  return /^\/(?!\/)/.test(path) ? path : "/";
}
