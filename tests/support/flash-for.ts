import { readFlash } from "@/lib/http/flash";
import { runAction } from "./server-action";

/** The message that the page at this path reads in a browser with these cookies. */
export async function flashFor(path: string, cookies: Record<string, string>): Promise<unknown> {
  const cookie = Object.entries(cookies)
    .map((pair) => pair.join("="))
    .join("; ");
  return (await runAction(() => readFlash(path), { cookie })).result;
}
