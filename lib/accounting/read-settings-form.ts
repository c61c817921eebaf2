import { isPlainDate } from "@/lib/dates";
import { parseDay } from "@/lib/invoices/filter/parse-day";
import { plainDecimal } from "@/lib/money";
import { type AccountingSettings, isCode, LINE_KINDS, SUSPENSE_ACCOUNT } from "./accounting-settings";
import { LONGEST_ANALYTIC_CODE, RECOVERIES } from "./vehicle-rules";

type FormSettings = Omit<AccountingSettings, "rules">;

type SettingsRead =
  | { ok: true; settings: FormSettings }
  /** The names of the fields that cannot be used, in the order of the form. */
  | { ok: false; reason: "invalid"; fields: string[] };

/**
 * Reads the settings form. Fields are named as in `AccountingSettings`; the account of each rate is in
 * `vatAccount1`, its rate in `vatRate1`, and so on.
 */
export function readSettingsForm(typed: Readonly<Record<string, unknown>>): SettingsRead {
  const text = (name: string): string => String(typed[name] ?? "").trim();
  const wrong: string[] = [];
  const code = (name: string): string => {
    if (!isCode(text(name))) wrong.push(name);
    return text(name);
  };
  const journal = code("journal");
  const supplierAccount = code("supplierAccount");
  const supplierAuxiliary = code("supplierAuxiliary");
  const suspenseAccount = code("suspenseAccount") || SUSPENSE_ACCOUNT;
  const startsOn = text("startsOn") === "" ? null : parseDay(text("startsOn"));
  if (text("startsOn") !== "" && (startsOn === null || !isPlainDate(startsOn))) wrong.push("startsOn");
  const charges = Object.fromEntries(LINE_KINDS.map((kind) => [kind, code(kind)])) as FormSettings["charges"];
  const vatAccounts: Record<string, string> = {};
  for (let row = 1; typed[`vatRate${row}`] !== undefined; row += 1) {
    const rate = text(`vatRate${row}`);
    const account = code(`vatAccount${row}`);
    if (/^\d{1,3}(\.\d{1,4})?$/.test(rate) && account !== "") vatAccounts[plainDecimal(rate)] = account;
  }
  const analyticCode = text("analyticCode");
  if (
    analyticCode.length > LONGEST_ANALYTIC_CODE ||
    /\p{Cc}/u.test(analyticCode) ||
    !analyticCode.isWellFormed()
  )
    wrong.push("analyticCode");
  if (wrong.length > 0) return { ok: false, reason: "invalid", fields: wrong };
  return {
    ok: true,
    settings: {
      ...{ journal, supplierAccount, supplierAuxiliary, suspenseAccount, startsOn, charges, vatAccounts },
      recovery: RECOVERIES.find((one) => one === typed.recovery) ?? null,
      analyticCode,
    },
  };
}
