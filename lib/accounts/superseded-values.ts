import type { AccountField, AccountValues } from "./account-values";

/** A value that an import or the API must not restore, and why. */
export interface SupersededValue {
  field: AccountField;
  /** Null when the change removes the value. */
  value: string | null;
  /** The value that stays. */
  kept: string | null;
  why: "replaced" | "bounced";
  at: Date;
}

/** What is known of an account's former values. */
export interface FormerValues {
  /** By field, each value that the console replaced and did not restore later, with the time (`findSuperseded`). */
  replaced: ReadonlyMap<AccountField, ReadonlyMap<string | null, Date>>;
  /** The addresses whose mails were refused permanently, and since when. */
  bounced: ReadonlyMap<string, Date>;
}

/**
 * Finds the values of a change that the supplier's own data still holds although they are out of date: those that the
 * console replaced since, and a notification address that bounced. They are not applied by an import or the API unless
 * somebody asks for it by hand (decision 40). A value that the account already has is not returned.
 */
export function supersededValues(
  current: (AccountValues & { pendingEmail: string | null }) | null,
  asked: Partial<AccountValues>,
  { replaced, bounced }: FormerValues,
): SupersededValue[] {
  return Object.entries(asked).flatMap(([name, value]): SupersededValue[] => {
    if (value === undefined) return [];
    const field = name as AccountField;
    // While a change of address waits, the account still has the former one.
    const kept = (field === "email" ? current?.pendingEmail : null) ?? current?.[field] ?? null;
    if (value === kept) return [];
    const replacedAt = replaced.get(field)?.get(value);
    if (replacedAt) return [{ field, value, kept, why: "replaced", at: replacedAt }];
    const isInUse = value === null || value === current?.email;
    const bouncedAt = field === "email" && !isInUse ? bounced.get(value) : undefined;
    return bouncedAt ? [{ field, value, kept, why: "bounced", at: bouncedAt }] : [];
  });
}
