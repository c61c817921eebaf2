import { notFound } from "next/navigation";
import { setPageStatus } from "./response-head";

/** Makes the page being drawn a 404; it goes on to say so itself. Where no status can be set, throws to not-found.tsx. */
export function answerNotFound(): void {
  if (!setPageStatus(404)) notFound();
}
