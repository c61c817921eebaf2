import { readFlash } from "@/lib/http/flash";
import { pageOfForm } from "./page-of-form";

/** The message for a page whose form came from an earlier build. */
export const PAGE_CHANGED = { page: "changed" } as const;

/** Returns whether the current page is shown again because its form came from an earlier build. */
export async function hasPageChanged(): Promise<boolean> {
  const [path = "/"] = (await pageOfForm()).split("?");
  const { result } = await readFlash(path);
  return result.page === PAGE_CHANGED.page;
}
