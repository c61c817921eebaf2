import { DEFAULT_PAGE_SIZE, type PageSize, readPageSize } from "./page-size";

/** How this browser shows the list: rows a page, and whether its single-key shortcuts are on (WCAG 2.1.4). */
export interface ListDisplay {
  size: PageSize;
  hasShortcuts: boolean;
}

export const LIST_DISPLAY_COOKIE = "__Host-list";

const SHORTCUTS_OFF = "off";

/** Reads the cookie, for example `50.off`; anything else is the default. */
export function readListDisplay(cookie: string | undefined): ListDisplay {
  const [size, shortcuts] = (cookie ?? "").split(".");
  return { size: readPageSize(size), hasShortcuts: shortcuts !== SHORTCUTS_OFF };
}

/** Writes the cookie that `readListDisplay` reads. */
export const writeListDisplay = ({ size, hasShortcuts }: ListDisplay): string =>
  [size === DEFAULT_PAGE_SIZE ? "" : size, ...(hasShortcuts ? [] : [SHORTCUTS_OFF])].join(".");
