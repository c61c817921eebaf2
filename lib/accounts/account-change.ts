import { z } from "zod";
import { isPlainDate } from "@/lib/dates";
import { isSiren } from "@/lib/formats/siren";
import { parseJson } from "@/lib/http/parse-json";
import { LOCALES } from "@/lib/languages";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { CHANNELS, PREFERENCES } from "@/lib/preferences";

/** One reason why an account is not saved; types are stable. */
export interface AccountProblem {
  type: "field_invalid" | "field_missing" | "account_closed";
  field?: string;
  /** In English, for the supplier's developer; says what to do. */
  detail: string;
}

const text = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine((value) => !/\p{Cc}/u.test(value), "must not contain control characters")
    .refine((value) => value.isWellFormed(), "must not contain unpaired surrogates");

/** The name appears in mails of the portal. */
const companyName = text(200).refine(
  (value) =>
    !/:\/\/|[\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(value.normalize("NFKC")),
  "must not hold a link (://), line separators or marks that turn the direction of text",
);

const email = z
  .string()
  .transform(normalizeMailAddress)
  .refine(isMailAddress, "must be an e-mail address such as compta@client.example");

const siren = z
  .string()
  .transform((value) => value.replace(/\s/g, ""))
  .refine(isSiren, "must be a SIREN: nine digits that pass its check");

const vatNumber = z
  .string()
  .transform((value) => value.replace(/[\s.]/g, "").toUpperCase())
  .refine((value) => /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(value), "must be a VAT number such as FR44732829320");

const siret = z
  .string()
  .transform((value) => value.replace(/\s/g, ""))
  .refine(
    (value) => /^\d{14}$/.test(value) && isSiren(value.slice(0, 9)),
    "must be a SIRET: fourteen digits, the first nine a SIREN",
  );

/** An electronic address of the French directory: a SIREN, alone or followed by "_" and a SIRET, a code or a suffix. */
const electronicAddress = text(120).refine(
  (value) => /^[!-~]+$/.test(value),
  "must not contain spaces or accents, such as 732829320_COMPTA",
);

const checkedOn = z.string().refine(isPlainDate, "must be a day of the calendar such as 2026-11-23");

/** The rules of the values that describe an account, for the API and for the forms of the console. */
export const DETAIL_RULES = {
  companyName,
  siret,
  routingCode: text(100),
  electronicAddress,
  checkedOn,
  adviserName: companyName,
  adviserEmail: email,
  adviserPhone: text(40),
} as const;

/** The adviser whom the customer sees. Absent: unchanged; null: removed, also field by field. */
const adviser = z.strictObject({
  name: DETAIL_RULES.adviserName.nullable().optional(),
  email: DETAIL_RULES.adviserEmail.nullable().optional(),
  phone: DETAIL_RULES.adviserPhone.nullable().optional(),
});

/** The fields a supplier may set. Strict, so that a misspelt name is reported. Absent: unchanged; null: removed. */
const accountChange = z.strictObject({
  companyName: companyName.optional(),
  siren: siren.nullable().optional(),
  vatNumber: vatNumber.nullable().optional(),
  siret: siret.nullable().optional(),
  routingCode: DETAIL_RULES.routingCode.nullable().optional(),
  electronicAddress: electronicAddress.nullable().optional(),
  checkedOn: checkedOn.nullable().optional(),
  adviser: adviser.nullable().optional(),
  email: email.nullable().optional(),
  preference: z.enum(PREFERENCES).optional(),
  channel: z.enum(CHANNELS).optional(),
  locale: z.enum(LOCALES).optional(),
  effective: z.enum(["next_invoice", "now"]).default("next_invoice"),
});

export type AccountChange = z.infer<typeof accountChange>;

/** The supplier's customer number, from the URL of the request. */
const customerNumber = text(64);

/** Checks a change that was not sent as JSON, by the same rules. `fields` are those that are wrong. */
export function readAccountChange(
  number: string,
  change: unknown,
): { ok: true; customerNumber: string; change: AccountChange } | { ok: false; fields: string[] } {
  const named = customerNumber.safeParse(number);
  const body = accountChange.safeParse(change);
  if (named.success && body.success) return { ok: true, customerNumber: named.data, change: body.data };
  return {
    ok: false,
    fields: [
      ...(named.success ? [] : ["customerNumber"]),
      ...(body.error?.issues.map(({ path }) => path.join(".")) ?? []),
    ],
  };
}

/** Reads number and body of a change and returns all problems together. */
export function parseAccountChange(
  number: string,
  json: string,
): { ok: true; customerNumber: string; change: AccountChange } | { ok: false; problems: AccountProblem[] } {
  const named = customerNumber.safeParse(number);
  const body = accountChange.safeParse(parseJson(json));
  if (named.success && body.success) return { ok: true, customerNumber: named.data, change: body.data };
  const problems = [
    ...(named.error?.issues.map((issue) => invalid("customerNumber", issue.message)) ?? []),
    ...(body.error?.issues.map((issue) => invalid(issue.path.join("."), issue.message)) ?? []),
  ];
  return { ok: false, problems };
}

const invalid = (field: string, message: string): AccountProblem => ({
  type: "field_invalid",
  ...(field && { field }),
  detail: field ? `${field}: ${message}` : `The body must be a JSON object: ${message}`,
});
