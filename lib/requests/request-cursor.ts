import { isUuid } from "@/lib/uuid";

/** A position in a list of requests. In URLs `1764000000000_0198…`. */
export interface RequestCursor {
  at: Date;
  id: string;
}

/** Reads a position that `writeRequestCursor` wrote; null for anything else. */
export function readRequestCursor(text: string): RequestCursor | null {
  const [milliseconds = "", id = ""] = text.split("_");
  return /^\d{1,13}$/.test(milliseconds) && isUuid(id) ? { at: new Date(Number(milliseconds)), id } : null;
}

/** Writes a position in a list of requests for a URL. */
export const writeRequestCursor = ({ at, id }: RequestCursor): string => `${at.getTime()}_${id}`;
