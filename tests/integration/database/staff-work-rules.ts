/** What only the supplier's staff works with. */
const byStaff = {
  select: "staff:supplier job:all",
  insert: "staff:supplier job:all",
  update: "staff:supplier job:all",
  delete: "job:all",
};

/** The rules of imports and of packs to print (`reach-rules.ts`). */
export const STAFF_WORK_RULES = {
  // Staff deletes those that were never applied, as that of this world (tests/integration/imports has others).
  account_imports: { ...byStaff, delete: "staff:supplier job:all" },
  account_import_lines: byStaff,
  paper_packs: { ...byStaff, insert: "staff:self job:all", update: "job:all" },
  // Only invoices deposited for paper, as those of this world (tests/integration/paper has others).
  paper_pack_invoices: { ...byStaff, update: "job:all" },
};
