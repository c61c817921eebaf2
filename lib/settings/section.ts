import type { SupplierSettings } from "./supplier-settings";

/** Why a field was refused; the page has a sentence for each. */
export type FieldFault =
  | "missing"
  | "too_long"
  | "not_a_color"
  | "not_an_address"
  | "not_a_phone"
  | "not_a_number"
  | "not_a_date"
  | "not_a_choice"
  | "not_a_url"
  | "both_or_none"
  | "not_a_word"
  | "not_a_siren"
  | "not_a_vat_number"
  | "domain_taken";

/** The typed texts of a form, by field; a field that was not sent is "". */
export type TypedFields = Readonly<Record<string, string>>;

export type ReadFields =
  { ok: true; values: Partial<SupplierSettings> } | { ok: false; faults: Record<string, FieldFault> };

/** One form of the settings. */
export interface SettingsSection {
  /** The names of its fields, in the order of the form. */
  fields: readonly string[];
  /** Writes the stored settings as the texts of the fields. */
  show(settings: SupplierSettings): Record<string, string>;
  /** Reads the fields, or reports every field that cannot be stored. */
  read(typed: TypedFields): ReadFields;
}

/** Collects the faults of a form while its fields are read. */
export class FieldReader {
  readonly faults: Record<string, FieldFault> = {};

  constructor(private readonly typed: TypedFields) {}

  /** Returns the typed text without spaces at its ends. */
  text(field: string): string {
    return (this.typed[field] ?? "").trim();
  }

  /** Notes a fault of the field unless `isGood`. */
  check(field: string, isGood: boolean, fault: FieldFault): void {
    if (!isGood) this.faults[field] ??= fault;
  }

  /** Reads one of `choices`; the first of them after a fault. */
  choice<const Value extends string>(field: string, choices: readonly [Value, ...Value[]]): Value {
    const found = choices.find((one) => one === this.text(field));
    this.check(field, found !== undefined, "not_a_choice");
    return found ?? choices[0];
  }

  /** Reads a whole number between two bounds. */
  number(field: string, { min, max }: { min: number; max: number }): number {
    const text = this.text(field);
    const read = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    this.check(field, read >= min && read <= max, text === "" ? "missing" : "not_a_number");
    return read;
  }

  result(values: Partial<SupplierSettings>): ReadFields {
    return Object.keys(this.faults).length === 0
      ? { ok: true, values }
      : { ok: false, faults: { ...this.faults } };
  }
}
