import type { Verdict } from "@/lib/imports/import-verdict";
import { type LineCursor, writeLineCursor } from "@/lib/imports/list-import-lines";

/** The page of an import, at a place of its lines. */
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
