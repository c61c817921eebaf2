/** Whether the VAT of charges can be recovered. */
export const RECOVERIES = ["yes", "no"] as const;

export type Recovery = (typeof RECOVERIES)[number];

/** What is different for one vehicle or contract. */
export interface VehicleRule {
  /** A plate or the number of a contract. */
  subject: string;
  /** Null: as set for the account. */
  recovery: Recovery | null;
  /** Empty: as set for the account. */
  analyticCode: string;
}

export const MAX_RULES = 5_000;
const LONGEST_SUBJECT = 100;
export const LONGEST_ANALYTIC_CODE = 30;
const RECOVERY_WORDS: Readonly<Record<string, Recovery | null>> = {
  oui: "yes",
  yes: "yes",
  o: "yes",
  y: "yes",
  non: "no",
  no: "no",
  n: "no",
  "": null,
};

type RulesReading =
  | { ok: true; rules: VehicleRule[] }
  /** `line` is counted from 1. */
  | { ok: false; reason: "rule_unreadable" | "too_many_rules"; line: number };

/**
 * Reads rules written one on each line, as typed or pasted from a spreadsheet: plate or contract, « oui » or « non »,
 * analytic code, separated by `;` or a tab. A later line about the same subject replaces an earlier one.
 */
export function readVehicleRules(text: string): RulesReading {
  const rules = new Map<string, VehicleRule>();
  for (const [index, written] of text.split("\n").entries()) {
    if (written.trim() === "") continue;
    const [subject = "", recovered = "", analyticCode = "", ...rest] = written
      .split(/[;\t]/)
      .map((cell) => cell.trim());
    const recovery = RECOVERY_WORDS[recovered.toLowerCase()];
    const isReadable =
      subjectKey(subject) !== "" &&
      subject.length <= LONGEST_SUBJECT &&
      recovery !== undefined &&
      analyticCode.length <= LONGEST_ANALYTIC_CODE &&
      !/\p{Cc}/u.test(written.replaceAll("\t", "").replaceAll("\r", "")) &&
      written.isWellFormed() &&
      rest.every((cell) => cell === "");
    if (!isReadable) return { ok: false, reason: "rule_unreadable", line: index + 1 };
    rules.set(subjectKey(subject), { subject, recovery, analyticCode });
    if (rules.size > MAX_RULES) return { ok: false, reason: "too_many_rules", line: index + 1 };
  }
  return { ok: true, rules: [...rules.values()] };
}

/** The rules as `readVehicleRules` reads them, with the words for « oui » and « non » of a language. */
export function writeVehicleRules(rules: readonly VehicleRule[], words: Record<Recovery, string>): string {
  return rules
    .map(({ subject, recovery, analyticCode }) => {
      const recovered = recovery === null ? "" : words[recovery];
      if (analyticCode !== "") return [subject, recovered, analyticCode].join(" ; ");
      return recovered === "" ? subject : `${subject} ; ${recovered}`;
    })
    .join("\n");
}

/** The letters and digits of a plate or contract, the same for « GF-410-BQ » and « gf 410 bq ». */
export const subjectKey = (subject: string): string => subject.toUpperCase().replace(/[^\p{L}\p{Nd}]/gu, "");
