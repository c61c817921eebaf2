import type { Verdict } from "@/lib/imports/import-verdict";
import { type LineCursor, writeLineCursor } from "@/lib/imports/list-import-lines";

/** Returns the path of an import's page, filtered by verdict and from a position in its lines. */
export function importPath(
  id: string,
  { verdict, after }: { verdict?: Verdict | null; after?: LineCursor | null } = {},
): string {
  const place = new URLSearchParams({
    ...(verdict && { verdict }),
    ...(after && { after: writeLineCursor(after) }),
  });
  const path = `/console/accounts/import/${encodeURIComponent(id)}`;
  return place.size > 0 ? `${path}?${place}` : path;
}
