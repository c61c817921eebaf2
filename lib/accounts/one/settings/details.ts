import { DETAIL_RULES } from "@/lib/accounts/account-change";

export type DetailField = keyof typeof DETAIL_RULES;

/** The fields of the form of the company, and of the form of its adviser. */
export const DETAIL_FORMS = {
  identity: ["companyName", "siret", "routingCode", "electronicAddress", "checkedOn"],
  adviser: ["adviserName", "adviserEmail", "adviserPhone"],
} as const satisfies Record<string, readonly DetailField[]>;

/**
 * Reads the text typed into a field of these forms: null when it is empty, which removes the value; undefined when it
 * is not valid.
 */
export function readDetail(field: DetailField, typed: string): string | null | undefined {
  const text = typed.normalize("NFC").trim();
  if (text === "") return field === "companyName" ? undefined : null;
  return DETAIL_RULES[field].safeParse(text).data;
}
