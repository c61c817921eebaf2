import { notFound } from "next/navigation";
import { isSoftNavigation, setPageStatus } from "./response-head";

/**
 * Makes the page being drawn a 404; it goes on to say so itself. Throws to not-found.tsx, which says less, where a
 * document's status cannot be set.
 */
export function answerNotFound(): void {
  if (!setPageStatus(404) && !isSoftNavigation()) notFound();
}
