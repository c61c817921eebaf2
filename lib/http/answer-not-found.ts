import { notFound } from "next/navigation";
import { isSoftNavigation, setPageStatus } from "./response-head";

/**
 * Sets the status of the current page to 404; the page then renders its own text. If the status cannot be set, throws
 * the error that shows not-found.tsx, which has a shorter text.
 */
export function answerNotFound(): void {
  if (!setPageStatus(404) && !isSoftNavigation()) notFound();
}
