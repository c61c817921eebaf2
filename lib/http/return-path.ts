/**
 * Places one may come back to after signing in, the help that says more to who is signed in among them: an allow-list
 * of relative paths, nothing else (quality T9).
 */
const PLACES =
  /^\/(invoices|overview|profile|admin|console|[a-z0-9-]{1,63}\/help)(\/[A-Za-z0-9_-]+)*(\?[A-Za-z0-9\-._~%=&+,]*)?$/;

/** The path when it is one of ours to return to, else null. */
export function returnPath(path: string | null | undefined): string | null {
  return path && path.length <= 500 && PLACES.test(path) ? path : null;
}
