import { headers } from "next/headers";
import { isSameOrigin } from "./same-origin";

/** First check of every server action: refuses a form that another site posted (quality T10). */
export async function requireSameOrigin(): Promise<void> {
  if (!isSameOrigin(await headers())) throw new Error("A form was posted from another origin.");
}
