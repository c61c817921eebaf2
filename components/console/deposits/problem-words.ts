import type { getTranslations } from "next-intl/server";
import type { DepositProblem } from "@/lib/deposits/deposit-problem";
import type { RefusedFile } from "@/lib/deposits/refused-file";

export type DepositWords = Awaited<ReturnType<typeof getTranslations<"console.deposits">>>;

/** A problem of a refused file in the reader's language: what is wrong, and what to do. */
export interface ProblemWords {
  title: string;
  advice: string;
}

/** Returns the problems of a refused file in words, each once. */
export function problemWords(file: RefusedFile, t: DepositWords): ProblemWords[] {
  const all = file.problems.map((problem) => wordsOf(file, problem, t));
  return all.filter(({ title }, index) => all.findIndex((one) => one.title === title) === index);
}

/** Returns what to do about one problem of a refused file. */
export const problemAdvice = (file: RefusedFile, problem: DepositProblem, t: DepositWords): string =>
  wordsOf(file, problem, t).advice;

/** Returns the warnings of an accepted file in the reader's language, each once. */
export function warningWords(warnings: readonly { type: string }[], t: DepositWords): string[] {
  const known = warnings.map(
    ({ type }) => `one.kindsOfWarning.${type}` as "one.kindsOfWarning.value_ignored",
  );
  return [...new Set(known.map((key) => (t.has(key) ? t(key) : t("problems.other.advice"))))];
}

function wordsOf({ contents, metadata }: RefusedFile, { type, field }: DepositProblem, t: DepositWords) {
  const name = (field ?? "").split(".")[0] ?? "";
  const values = {
    field: fieldName(name, t),
    inFile: shown(contents[name as keyof typeof contents], t),
    sent: shown(metadata[name], t),
    buyer: contents.buyerName ?? contents.buyerSirens[0] ?? contents.buyerVatNumber ?? "—",
  };
  const key = t.has(`problems.${type}.title` as "problems.other.title") ? type : "other";
  return {
    title: t(`problems.${key}.title` as "problems.field_missing.title", values),
    advice: t(`problems.${key}.advice` as "problems.metadata_contradicts_file.advice", values),
  };
}

/** The name of a metadata field in the reader's language. */
function fieldName(field: string, t: DepositWords): string {
  const key = `fields.${field}` as "fields.number";
  return t.has(key) ? t(key) : t("fields.other");
}

/** A value in words; "none" for one that is missing or that no few words say, such as the list of VAT rates. */
function shown(value: unknown, t: DepositWords): string {
  if (value === "invoice" || value === "credit_note") return t(`file.types.${value}`);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = values.filter((one) => typeof one === "string" || typeof one === "number");
  return texts.slice(0, 3).join(", ") || "none";
}
