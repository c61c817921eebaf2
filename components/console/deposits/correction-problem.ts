import type { CORRECTION_FIELDS } from "@/lib/deposits/read-correction";
import type { RefusedFile } from "@/lib/deposits/refused-file";
import { type DepositWords, problemAdvice } from "./problem-words";

export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

/** Why the correction form was refused: one sentence for the page, and one for each wrong field. */
export interface CorrectionProblem {
  text: string;
  faults: readonly { field: CorrectionField; name: string; text: string }[];
}

/** The fields that the form has only for a file without them, in the order of the form. */
export const LACKING = [
  "number",
  "issuedOn",
  "dueOn",
  "currency",
  "totalWithVat",
  "totalWithoutVat",
  "contracts",
  "vehicles",
] as const;

/** The fields in which each problem is corrected; the others name their field themselves. */
const FIELD_OF_PROBLEM: Partial<Record<string, CorrectionField>> = {
  customer_unknown: "customerNumber",
  customer_ambiguous: "customerNumber",
  customer_closed: "customerNumber",
  buyer_contradicts_account: "customerNumber",
};

/** Returns whether the correction form of this file has the field. */
export function hasField({ contents, problems }: RefusedFile, field: string): field is CorrectionField {
  if (field === "customerNumber" || field === "legalRole") return true;
  if (field === "confirmBuyer") return problems.some(({ type }) => type === "buyer_contradicts_account");
  if (field === "type") return contents.type === null;
  const lacking = LACKING.find((one) => one === field);
  if (lacking === undefined) return false;
  const found = contents[lacking];
  return Array.isArray(found) ? found.length === 0 : found === null;
}

/** Returns why the last form of this file was refused, in words; null when it was not. */
export function correctionProblem(
  { reason, fields = "", minutes = "" }: Readonly<Record<string, string>>,
  file: RefusedFile,
  t: DepositWords,
): CorrectionProblem | null {
  const words = `file.errors.${reason}` as "file.errors.resolved";
  if (!reason || !t.has(words)) return null;
  const wrong =
    reason === "invalid"
      ? fields.split(" ").map((field) => ({ field, text: faultOf(field, t) }))
      : reason === "refused"
        ? file.problems.map((problem) => ({
            field: FIELD_OF_PROBLEM[problem.type] ?? (problem.field ?? "").split(".")[0] ?? "",
            text: problemAdvice(file, problem, t),
          }))
        : [];
  const faults = wrong.flatMap(({ field, text }, index) =>
    hasField(file, field) && wrong.findIndex((one) => one.field === field) === index
      ? [{ field, name: t(`fields.${field}`), text }]
      : [],
  );
  return { text: t(words, { minutes }), faults };
}

/** What a field of the form accepts. */
function faultOf(field: string, t: DepositWords): string {
  const words = `file.faults.${field}` as "file.faults.other";
  return t(t.has(words) ? words : "file.faults.other");
}
