/**
 * Allow-list of the relative paths to which sign-in may return, including help pages (security T9).
 */
const PLACES =
  /^\/(home|invoices|overview|profile|admin|console|[a-z0-9-]{1,63}\/help)(\/[A-Za-z0-9_-]+)*(\?[A-Za-z0-9\-._~%=&+,]*)?$/;

/** Returns the path if the list contains it, else null. */
export function returnPath(path: string | null | undefined): string | null {
  return path && path.length <= 500 && PLACES.test(path) ? path : null;
}
