import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, isOneOf, sha256 } from "./columns";
import { suppliers } from "./suppliers";

const DEPOSIT_SOURCES = ["api", "archive", "console"] as const;
const DEPOSIT_STATES = ["processing", "done", "failed"] as const;
/** How a refused file was deposited. */
const REFUSED_SOURCES = ["api", "console"] as const;
/**
 * Why a file was refused: it cannot be read; its metadata (customer, contradiction, missing field); another document has
 * its number; the same file is in another customer's account.
 */
export const REFUSAL_REASONS = ["unreadable", "metadata", "number_taken", "file_elsewhere"] as const;
/** What became of a refused file: accepted later, or set aside by a manager. */
const RESOLUTIONS = ["accepted", "dismissed"] as const;
const FILE_RESULTS = ["accepted", "already_there", "refused"] as const;

/** One delivery of one or many files by a supplier. */
export const deposits = pgTable(
  "deposits",
  {
    id: id(),
    supplierId: uuid().notNull(),
    /** The key, or the member of staff, that deposited. */
    supplierKeyId: uuid(),
    userId: uuid(),
    source: text({ enum: DEPOSIT_SOURCES }).notNull(),
    state: text({ enum: DEPOSIT_STATES }).notNull(),
    fileCount: integer().notNull(),
    receivedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("deposits_supplier_id").on(t.supplierId, t.id),
    index("deposits_newest_first").on(t.supplierId, t.receivedAt.desc(), t.id.desc()),
    check("deposits_source_choice", isOneOf(t.source, DEPOSIT_SOURCES)),
    check("deposits_state_choice", isOneOf(t.state, DEPOSIT_STATES)),
  ],
);

/** A file of a deposit with its result. */
export const depositFiles = pgTable(
  "deposit_files",
  {
    id: id(),
    supplierId: uuid().notNull(),
    depositId: uuid().notNull(),
    fileName: text().notNull(),
    size: integer().notNull(),
    sha256: sha256(),
    result: text({ enum: FILE_RESULTS }).notNull(),
    invoiceId: uuid(),
    problems: jsonb().$type<{ type: string; detail: string }[]>().notNull().default([]),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.depositId], foreignColumns: [deposits.supplierId, deposits.id] }),
    index("deposit_files_deposit").on(t.depositId),
    check("deposit_files_result_choice", isOneOf(t.result, FILE_RESULTS)),
  ],
);

/** A file that was refused: one row for each fingerprint, whatever the number of attempts. */
export const refusedFiles = pgTable(
  "refused_files",
  {
    id: id(),
    supplierId: uuid().notNull(),
    sha256: sha256().notNull(),
    fileName: text().notNull(),
    size: integer().notNull(),
    reason: text({ enum: REFUSAL_REASONS }).notNull(),
    problems: jsonb().$type<{ type: string; field?: string; detail: string }[]>().notNull(),
    /** The metadata sent with the last attempt; null when it was not usable. */
    metadata: jsonb().$type<Record<string, unknown>>(),
    /** What the portal read in the file; null when it holds no data. */
    contents: jsonb().$type<Record<string, unknown>>(),
    attempts: integer().notNull().default(1),
    firstRefusedAt: instant().notNull(),
    lastRefusedAt: instant().notNull(),
    /** How, and by which key or member of staff, it was deposited last. */
    source: text({ enum: REFUSED_SOURCES }).notNull(),
    supplierKeyId: uuid(),
    userId: uuid(),
    /** Where its bytes are kept, and until when; null when they are not kept. */
    quarantineKey: text(),
    quarantinedUntil: instant(),
    resolution: text({ enum: RESOLUTIONS }),
    resolvedAt: instant(),
    /** The invoice that it became. */
    invoiceId: uuid(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("refused_files_once").on(t.supplierId, t.sha256),
    index("refused_files_newest").on(t.supplierId, t.lastRefusedAt.desc(), t.id.desc()),
    index("refused_files_open")
      .on(t.supplierId, t.lastRefusedAt.desc(), t.id.desc())
      .where(sql`resolution is null`),
    index("refused_files_quarantined")
      .on(t.quarantinedUntil)
      .where(sql`quarantine_key is not null`),
    index("refused_files_old").on(t.lastRefusedAt),
    check("refused_files_source_choice", isOneOf(t.source, REFUSED_SOURCES)),
    check("refused_files_reason_choice", isOneOf(t.reason, REFUSAL_REASONS)),
    check("refused_files_resolution_choice", isOneOf(t.resolution, RESOLUTIONS)),
    check("refused_files_quarantine", sql`(quarantine_key is null) = (quarantined_until is null)`),
    check("refused_files_resolved", sql`(resolution is null) = (resolved_at is null)`),
  ],
);
