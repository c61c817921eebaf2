import type { ReadInvoice } from "@/lib/formats/invoice-reading";
import type { DepositFacts } from "./deposit-facts";
import type { DepositProblem } from "./deposit-problem";

export interface DepositedFile {
  bytes: Uint8Array;
  fileName: string;
}

/** The document as read and, unless it is a dry run, as stored. */
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

/** The fields of the supplier that a deposit needs. */
export interface DepositSupplier {
  id: string;
  legalName: string;
  siren: string | null;
  vatNumber: string | null;
  timeZone: string;
  retentionMonths: number;
  startsOn: string | null;
  defaultLegalRole: "original" | "duplicate";
}
