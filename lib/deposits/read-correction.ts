import { parseAmount } from "@/lib/invoices/filter/parse-amount";
import { type DepositMetadata, parseMetadata } from "./deposit-metadata";
import type { RefusedFile } from "./refused-file";

/** The fields of the correction form. */
export const CORRECTION_FIELDS = [
  "customerNumber",
  "number",
  "type",
  "issuedOn",
  "dueOn",
  "currency",
  "totalWithVat",
  "totalWithoutVat",
  "contracts",
  "vehicles",
  "legalRole",
  "confirmBuyer",
] as const;
export type CorrectionForm = Record<(typeof CORRECTION_FIELDS)[number], string>;

type Read = { ok: true; metadata: DepositMetadata } | { ok: false; fields: string[] };

/**
 * Reads the correction form as metadata. Empty fields are left out; amounts may be written as people write them. The VAT
 * sent with the last attempt is kept when the file has none and nothing was wrong with it. Returns the fields that
 * cannot be used.
 */
export function readCorrection(typed: CorrectionForm, { metadata, contents, problems }: RefusedFile): Read {
  const text = (field: keyof CorrectionForm) => typed[field].trim() || undefined;
  const amount = (field: keyof CorrectionForm) => {
    const written = text(field);
    return written && (parseAmount(written) ?? written);
  };
  const list = (field: keyof CorrectionForm) => {
    const items = typed[field]
      .split(/[,;\n]/)
      .map((item) => item.trim())
      .filter(Boolean);
    return items.length > 0 ? items : undefined;
  };
  const keepsVat =
    metadata.vat !== undefined && !contents.hasVat && !problems.some(({ field }) => field?.startsWith("vat"));
  const corrected = {
    customerNumber: text("customerNumber"),
    number: text("number"),
    type: typed.type === "none" ? undefined : text("type"),
    issuedOn: text("issuedOn"),
    dueOn: text("dueOn"),
    currency: text("currency")?.toUpperCase(),
    totalWithVat: amount("totalWithVat"),
    totalWithoutVat: amount("totalWithoutVat"),
    contracts: list("contracts"),
    vehicles: list("vehicles"),
    legalRole: typed.legalRole === "default" ? undefined : text("legalRole"),
    confirmBuyer: typed.confirmBuyer === "yes" ? true : undefined,
    ...(keepsVat && { vat: metadata.vat }),
  };
  const parsed = parseMetadata(JSON.stringify(corrected));
  if (parsed.ok) return parsed;
  const fields = parsed.problems.map(({ field }) => (field ?? "").split(".")[0] ?? "");
  return { ok: false, fields: [...new Set(fields)] };
}

/** The values with which the correction form begins: the metadata of the last attempt. */
export function correctionForm({ metadata }: RefusedFile): CorrectionForm {
  const value = (field: string) => {
    const sent = metadata[field];
    if (Array.isArray(sent)) return sent.map(String).join(", ");
    return sent === true ? "yes" : typeof sent === "string" ? sent : "";
  };
  return Object.fromEntries(CORRECTION_FIELDS.map((field) => [field, value(field)])) as CorrectionForm;
}
