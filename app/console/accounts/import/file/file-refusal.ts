/** The reasons to refuse a file; the page has a text for each. */
const FILE_REFUSALS = [
  "file_missing",
  "table_empty",
  "table_no_lines",
  "table_old_excel",
  "table_unknown",
  "table_broken",
  "table_too_large",
  "too_many_unfinished",
  "truncated",
  "busy",
] as const;

export type FileRefusal = (typeof FILE_REFUSALS)[number];

export const isFileRefusal = (reason: string | undefined): reason is FileRefusal =>
  FILE_REFUSALS.some((one) => one === reason);
