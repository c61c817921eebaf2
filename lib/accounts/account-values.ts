import { sql } from "drizzle-orm";
import type { CORRECTED_FIELDS } from "@/db/schema/account-corrections";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { AccountChange } from "./account-change";

/** The fields of an account that imports, calls and the console change, with the names of the API. */
export type AccountField = (typeof CORRECTED_FIELDS)[number];

/** The values of an account as the API writes them; null for none. */
export type AccountValues = Record<AccountField, string | null>;

/** The columns of these values, from accounts joined with its company. */
export const VALUE_COLUMNS = {
  companyName: sql<string>`coalesce(${accounts.companyName}, ${companies.name})`,
  siren: companies.siren,
  vatNumber: companies.vatNumber,
  siret: accounts.siret,
  routingCode: accounts.routingCode,
  electronicAddress: accounts.electronicAddress,
  checkedOn: accounts.checkedOn,
  email: accounts.email,
  preference: accounts.preference,
  channel: accounts.channel,
  locale: accounts.locale,
  adviserName: accounts.adviserName,
  adviserEmail: accounts.adviserEmail,
  adviserPhone: accounts.adviserPhone,
} as const;

/** The given values of a change, field by field; without those it leaves as they are. */
export function valuesOf(change: AccountChange): Partial<AccountValues> {
  const { adviser, effective: _effective, ...plain } = change;
  const own = adviser === null ? { name: null, email: null, phone: null } : (adviser ?? {});
  const all = { ...plain, adviserName: own.name, adviserEmail: own.email, adviserPhone: own.phone };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A change of these values, as the API takes it. */
export function changeOf(values: Partial<AccountValues>): Record<string, unknown> {
  const { adviserName: name, adviserEmail: email, adviserPhone: phone, ...plain } = values;
  const adviser = Object.fromEntries(
    Object.entries({ name, email, phone }).filter(([, value]) => value !== undefined),
  );
  return { ...plain, ...(Object.keys(adviser).length > 0 && { adviser }) };
}

/** The change without these fields. */
export function withoutFields(change: AccountChange, fields: readonly AccountField[]): AccountChange {
  const left = new Set<string>(fields);
  const { adviser, ...plain } = change;
  const kept = Object.fromEntries(Object.entries(plain).filter(([name]) => !left.has(name)));
  const adviserLeft = adviser === null ? { name: null, email: null, phone: null } : adviser && { ...adviser };
  for (const part of ["name", "email", "phone"] as const)
    if (adviserLeft && left.has(`adviser${part[0]?.toUpperCase()}${part.slice(1)}`)) delete adviserLeft[part];
  return { ...(kept as AccountChange), ...(adviserLeft && { adviser: adviserLeft }) };
}
