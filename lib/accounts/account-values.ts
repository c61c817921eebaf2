import type { CORRECTED_FIELDS } from "@/db/schema/account-corrections";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { AccountChange } from "./account-change";

/** The fields of an account that imports, calls and the console change, with the names of the API. */
export type AccountField = (typeof CORRECTED_FIELDS)[number];

/** The values of an account as the API writes them; null for none. */
export type AccountValues = Record<AccountField, string | null>;

/** The columns of these values, from accounts joined with its company. */
export const VALUE_COLUMNS = {
  companyName: ACCOUNT_NAME,
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

/** The values that a change sets, by field. A field that the change does not mention is absent. */
export function valuesOf(change: AccountChange): Partial<AccountValues> {
  const { adviser, effective: _effective, ...plain } = change;
  const newAdviser = adviser === null ? { name: null, email: null, phone: null } : (adviser ?? {});
  const all = {
    ...plain,
    adviserName: newAdviser.name,
    adviserEmail: newAdviser.email,
    adviserPhone: newAdviser.phone,
  };
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
  const removed = new Set<string>(fields);
  const kept = Object.entries(valuesOf(change)).filter(([field]) => !removed.has(field));
  return { ...(changeOf(Object.fromEntries(kept)) as Partial<AccountChange>), effective: change.effective };
}
