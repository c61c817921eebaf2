/** The rules of tables that only the supplier's staff works with. */
const byStaff = {
  select: "staff:supplier job:all",
  insert: "staff:supplier job:all",
  update: "staff:supplier job:all",
  delete: "job:all",
};

/** The rules of imports and of packs to print (`reach-rules.ts`). */
export const STAFF_WORK_RULES = {
  // Staff may delete an import that was never applied, as in this test (tests/integration/imports tests others).
  account_imports: { ...byStaff, delete: "staff:supplier job:all" },
  account_import_lines: byStaff,
  paper_packs: { ...byStaff, insert: "staff:self job:all", update: "job:all" },
  // A pack may contain only invoices that were deposited for paper, as in this test (tests/integration/paper tests
  // others).
  paper_pack_invoices: { ...byStaff, update: "job:all" },
};
