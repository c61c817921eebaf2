import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, isOneOf, sha256 } from "./columns";
import { suppliers } from "./suppliers";

/** An import waits to be checked, then for « Appliquer », and may be undone. */
export const IMPORT_STATES = ["checking", "checked", "applying", "applied", "undoing", "undone"] as const;

/** The states of a line: before its check, after it, and after the import was applied or undone. */
export const LINE_STATES = ["unchecked", "checked", "applied", "skipped", "undone", "kept"] as const;

/** In the order in which the lines are shown (`rank`). */
export const VERDICTS = ["refused", "superseded", "changed", "new", "same"] as const;

/** A spreadsheet of customers that a member of staff uploaded. */
export const accountImports = pgTable(
  "account_imports",
  {
    id: id(),
    supplierId: uuid().notNull(),
    /** Who uploaded the file; its lines are checked with the rights of this member of staff. */
    userId: uuid().notNull(),
    /** A digest of the form and the file: the same form sent twice makes one import. */
    formHash: sha256().notNull(),
    fileName: text().notNull(),
    sheet: text(),
    heads: text().array().notNull(),
    /** The field of each column; null for one that is not read. */
    columns: jsonb().$type<(string | null)[]>().notNull(),
    lineCount: integer().notNull(),
    state: text({ enum: IMPORT_STATES }).notNull(),
    /**
     * The end of the claim of the process that works on it; after that another process may claim it. After the work is
     * done: the end of the last claim.
     */
    workedUntil: instant(),
    createdAt: instant().notNull(),
    /** Who pressed « Appliquer », when, and when the last line was processed. */
    appliedBy: uuid(),
    applyingAt: instant(),
    appliedAt: instant(),
    undoneBy: uuid(),
    undoneAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("account_imports_form").on(t.supplierId, t.formHash),
    unique("account_imports_supplier_id").on(t.supplierId, t.id),
    index("account_imports_newest").on(t.supplierId, t.createdAt.desc(), t.id.desc()),
    index("account_imports_at_work")
      .on(t.workedUntil.asc().nullsFirst())
      .where(sql`state in ('checking', 'applying', 'undoing')`),
    check("account_imports_state_choice", isOneOf(t.state, IMPORT_STATES)),
  ],
);

/** One line of an import: what the file says, the verdict, and what was done. */
export const accountImportLines = pgTable(
  "account_import_lines",
  {
    importId: uuid().notNull(),
    /** Its number in the file, from 1. */
    line: integer().notNull(),
    supplierId: uuid().notNull(),
    cells: text().array().notNull(),
    state: text({ enum: LINE_STATES }).notNull().default("unchecked"),
    verdict: text({ enum: VERDICTS }),
    rank: smallint().generatedAlwaysAs(
      sql.raw(`(array_position(array['${VERDICTS.join("', '")}'], verdict))`),
    ),
    customerNumber: text(),
    companyName: text(),
    changesAddress: boolean().notNull().default(false),
    /** Whether somebody ticked that outdated values of the line are applied too. */
    isForced: boolean().notNull().default(false),
    /** The facts on which the verdict is based (`Judgement` in lib/imports). */
    judgement: jsonb(),
    accountId: uuid(),
    /** The account before the line was applied, to undo it. */
    before: jsonb(),
    /** Why the line was skipped, or could not be undone. */
    outcome: text(),
    settledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line] }),
    foreignKey({
      columns: [t.supplierId, t.importId],
      foreignColumns: [accountImports.supplierId, accountImports.id],
    }).onDelete("cascade"),
    index("account_import_lines_shown").on(t.importId, t.rank, t.line),
    index("account_import_lines_number").on(t.importId, t.customerNumber),
    index("account_import_lines_state").on(t.importId, t.state, t.line),
    check("account_import_lines_state_choice", isOneOf(t.state, LINE_STATES)),
    check("account_import_lines_verdict_choice", isOneOf(t.verdict, VERDICTS)),
  ],
);
