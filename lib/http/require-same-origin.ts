import { headers } from "next/headers";
import { isSameOrigin } from "./same-origin";

/** The first line of every server action: a form that another site posts gets no further (quality T10). */
export async function requireSameOrigin(): Promise<void> {
  if (!isSameOrigin(await headers())) throw new Error("A form was posted from another origin.");
}
