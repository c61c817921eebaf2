import { headers } from "next/headers";
import { isSameOrigin } from "./same-origin";

/** Refuses a form posted by another site; the first check of every server action (quality T10). */
export async function requireSameOrigin(): Promise<void> {
  if (!isSameOrigin(await headers())) throw new Error("A form was posted from another origin.");
}
