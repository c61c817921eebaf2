/** What only the supplier's staff works with. */
const byStaff = {
  select: "staff:supplier job:all",
  insert: "staff:supplier job:all",
  update: "staff:supplier job:all",
  delete: "job:all",
};

/** The rules of imports (`reach-rules.ts`). */
export const STAFF_WORK_RULES = {
  account_imports: byStaff,
  account_import_lines: byStaff,
};
