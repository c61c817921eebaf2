import { isUuid } from "./uuid";

/** A position in a list in the order of time: when a row was written, and its id. In URLs `1764000000000_0198…`. */
export interface TimeCursor {
  at: Date;
  id: string;
}

/** Reads a position that `writeTimeCursor` wrote; null for anything else. */
export function readTimeCursor(text: unknown): TimeCursor | null {
  const [milliseconds = "", id = ""] = typeof text === "string" ? text.split("_") : [];
  return /^\d{1,13}$/.test(milliseconds) && isUuid(id) ? { at: new Date(Number(milliseconds)), id } : null;
}

/** Writes a position for a URL. */
export const writeTimeCursor = ({ at, id }: TimeCursor): string => `${at.getTime()}_${id}`;
