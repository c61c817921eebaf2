import { readAccountChange } from "@/lib/accounts/account-change";
import { type AccountValues, changeOf, valuesOf } from "@/lib/accounts/account-values";
import type { ChangedField, ImportColumns, ImportField } from "./import-fields";
import type { Refusal } from "./import-refusal";
import { MAX_CELL, readCell } from "./read-cell";

/** What a line of the file asks for. */
export interface LineRead {
  /** As the file writes it; null when the cell is empty. */
  customerNumber: string | null;
  /** The texts that were read, to show the line even when it is refused. */
  shown: Partial<Record<ImportField, string>>;
  asked: { ok: true; values: Partial<AccountValues> } | { ok: false; refusal: Refusal };
}

/** Reads the cells of a line by its columns. The values pass the same checks as those of the API (`account-change.ts`). */
export function readLine(cells: readonly string[], columns: ImportColumns): LineRead {
  const shown: LineRead["shown"] = {};
  const values: Partial<Record<ChangedField, string | null>> = {};
  let customerNumber: string | null = null;
  let refusal: Refusal | null = null;
  columns.forEach((field, index) => {
    const cell = cells[index] ?? "";
    if (field === null || cell === "") return;
    shown[field] = cell.slice(0, 120);
    const read = readCell(field, cell);
    if (read.kind === "refused")
      refusal ??= { reason: read.reason, field, value: cell.slice(0, 120), max: MAX_CELL };
    if (read.kind !== "value") return;
    if (field === "customerNumber") customerNumber = read.value;
    else values[field] = read.value;
  });
  if (refusal) return { customerNumber, shown, asked: { ok: false, refusal } };
  if (customerNumber === null)
    return { customerNumber, shown, asked: { ok: false, refusal: { reason: "number_missing" } } };
  const checked = readAccountChange(customerNumber, changeOf(values));
  if (checked.ok) return { customerNumber, shown, asked: { ok: true, values: valuesOf(checked.change) } };
  return { customerNumber, shown, asked: { ok: false, refusal: refusalOf(checked.fields[0] ?? "", values) } };
}

const FIELD_NAMES: Record<string, ImportField> = {
  "adviser.name": "adviserName",
  "adviser.email": "adviserEmail",
  "adviser.phone": "adviserPhone",
};

function refusalOf(name: string, values: Partial<Record<ChangedField, string | null>>): Refusal {
  const field = FIELD_NAMES[name] ?? (name as ImportField);
  const value = field === "customerNumber" ? undefined : (values[field] ?? undefined);
  const isAddress = field === "email" || field === "adviserEmail";
  return {
    reason: isAddress ? "address_incomplete" : "value_invalid",
    field,
    ...(value !== undefined && { value: value.slice(0, 120) }),
  };
}
