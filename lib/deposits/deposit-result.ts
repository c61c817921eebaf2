import type { ReadInvoice } from "@/lib/formats/invoice-reading";
import type { DepositFacts } from "./deposit-facts";
import type { DepositProblem } from "./deposit-problem";

export interface DepositedFile {
  bytes: Uint8Array;
  fileName: string;
}

/** A document as it was read and, unless it is a dry run, stored. */
export interface Deposited {
  id: string | null;
  facts: DepositFacts;
  reading: ReadInvoice;
  sellerName: string;
  buyerName: string;
  sha256: string;
  size: number;
  legalRole: "original" | "duplicate";
  warnings: DepositProblem[];
}

export type DepositResult =
  | { ok: true; outcome: "created" | "already_there" | "dry_run"; deposited: Deposited }
  | { ok: false; reason: "refused"; problems: DepositProblem[] }
  | { ok: false; reason: "number_taken" | "file_elsewhere" };

/** What a deposit needs to know of its supplier. */
export interface DepositSupplier {
  id: string;
  legalName: string;
  timeZone: string;
  retentionMonths: number;
  startsOn: string | null;
  defaultLegalRole: "original" | "duplicate";
}
