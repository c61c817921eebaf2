import type { PlainDate } from "@/lib/dates";
import type { Recovery, VehicleRule } from "./vehicle-rules";

/** The kinds of line that have a charge account of their own. */
export const LINE_KINDS = ["rent", "maintenance", "insurance", "other"] as const;

export type LineKind = (typeof LINE_KINDS)[number];

/** The account of the French chart of accounts for what is not allocated yet (« comptes d'attente », plan comptable général). */
export const SUSPENSE_ACCOUNT = "471";

export const LONGEST_CODE = 20;

/** How the invoices of one account are booked in the customer's accounting. An empty text is not said yet. */
export interface AccountingSettings {
  journal: string;
  supplierAccount: string;
  /** The supplier's own account below it (« compte auxiliaire », « tiers »). */
  supplierAuxiliary: string;
  charges: Record<LineKind, string>;
  /** For what the invoice or the settings do not say. */
  suspenseAccount: string;
  /** By rate of VAT (`vatKey`). */
  vatAccounts: Readonly<Record<string, string>>;
  /** Whether VAT can be recovered where no rule of a vehicle or contract says it; null: not said. */
  recovery: Recovery | null;
  analyticCode: string;
  rules: readonly VehicleRule[];
  /** Only invoices deposited on this day or later go into batches; null: all. */
  startsOn: PlainDate | null;
}

export const EMPTY_SETTINGS: AccountingSettings = {
  journal: "",
  supplierAccount: "",
  supplierAuxiliary: "",
  charges: { rent: "", maintenance: "", insurance: "", other: "" },
  suspenseAccount: SUSPENSE_ACCOUNT,
  vatAccounts: {},
  recovery: null,
  analyticCode: "",
  rules: [],
  startsOn: null,
};

/** Whether entries can be made: without journal and supplier account no program can import them. */
export const isReady = ({ journal, supplierAccount }: AccountingSettings): boolean =>
  journal !== "" && supplierAccount !== "";

/** Letters, digits, dots and dashes: what accounting programs accept as an account or a code. */
export const isCode = (text: string): boolean =>
  text === "" || (text.length <= LONGEST_CODE && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text));

/** The length of the longest account of the settings. */
export const longestAccount = (settings: AccountingSettings): number =>
  Math.max(
    ...[settings.supplierAccount, settings.supplierAuxiliary, settings.suspenseAccount]
      .concat(Object.values(settings.charges), Object.values(settings.vatAccounts))
      .map((account) => account.length),
  );
