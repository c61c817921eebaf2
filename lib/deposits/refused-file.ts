import { eq, type SQL } from "drizzle-orm";
import { refusedFiles } from "@/db/schema/deposits";
import { supplierKeys } from "@/db/schema/keys";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { userName } from "@/lib/access/user-name";
import type { DepositProblem } from "./deposit-problem";
import { type FileContents, parseContents } from "./file-contents";
import type { RefusalReason } from "./record-refusal";

/** A refused file, as the console shows it. */
export interface RefusedFile {
  id: string;
  fileName: string;
  size: number;
  reason: RefusalReason;
  problems: DepositProblem[];
  /** The metadata of the last attempt. */
  metadata: Record<string, unknown>;
  contents: FileContents;
  attempts: number;
  firstRefusedAt: Date;
  lastRefusedAt: Date;
  /** The key or person that deposited it last. */
  by: { kind: "key" | "person"; name: string };
  /** The end of its time in quarantine; null when its bytes are not kept. */
  keptUntil: Date | null;
  resolution: "accepted" | "dismissed" | null;
  resolvedAt: Date | null;
  /** The invoice that it became. */
  invoiceId: string | null;
}

interface RefusedRow {
  file: typeof refusedFiles.$inferSelect;
  keyName: string | null;
  /** The name of the member of staff; null for a key. */
  userName: string | null;
}

/** Selects refused files with the names of those who deposited them. */
export const selectRefusedFiles = (tx: Transaction, where: SQL | undefined) =>
  tx
    .select({ file: refusedFiles, keyName: supplierKeys.name, userName: userName(users) })
    .from(refusedFiles)
    .leftJoin(supplierKeys, eq(supplierKeys.id, refusedFiles.supplierKeyId))
    .leftJoin(users, eq(users.id, refusedFiles.userId))
    .where(where);

/** Returns the file of a row of `selectRefusedFiles`. Bytes whose time is over at `at` count as removed. */
export function refusedFile({ file, keyName, userName: person }: RefusedRow, at: Date): RefusedFile {
  const isKept = file.quarantinedUntil !== null && file.quarantinedUntil > at;
  return {
    id: file.id,
    fileName: file.fileName,
    size: file.size,
    reason: file.reason,
    problems: file.problems as DepositProblem[],
    metadata: file.metadata ?? {},
    contents: parseContents(file.contents),
    attempts: file.attempts,
    firstRefusedAt: file.firstRefusedAt,
    lastRefusedAt: file.lastRefusedAt,
    by: { kind: file.userId === null ? "key" : "person", name: person ?? keyName ?? "" },
    keptUntil: isKept ? file.quarantinedUntil : null,
    resolution: file.resolution,
    resolvedAt: file.resolvedAt,
    invoiceId: file.invoiceId,
  };
}
