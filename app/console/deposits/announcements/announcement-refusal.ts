/** Why a file of announcements was refused. */
const ANNOUNCEMENT_REFUSALS = [
  "file_missing",
  "truncated",
  "busy",
  "table_empty",
  "table_old_excel",
  "table_unknown",
  "table_broken",
  "table_too_large",
  "columns_missing",
  "line_invalid",
  "line_repeated",
  "no_lines",
  "customer_unknown",
  "too_often",
] as const;
export type AnnouncementRefusal = (typeof ANNOUNCEMENT_REFUSALS)[number];

export const isAnnouncementRefusal = (text: string | undefined): text is AnnouncementRefusal =>
  ANNOUNCEMENT_REFUSALS.some((one) => one === text);
