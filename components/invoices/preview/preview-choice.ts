/** The cookie of somebody who hides the document on invoices' pages; without it the document is shown at once. */
export const PREVIEW_COOKIE = "__Host-document";

const YEAR_SECONDS = 365 * 86_400;

/** Whether the cookie says that the document is hidden. */
export const isPreviewHidden = (cookie: string | undefined): boolean => cookie === "hidden";

/** Remembers in this browser whether invoices' pages hide the document. */
export function keepPreviewChoice(isHidden: boolean): void {
  document.cookie = `${PREVIEW_COOKIE}=hidden; path=/; max-age=${isHidden ? YEAR_SECONDS : 0}; samesite=lax; secure`;
}
