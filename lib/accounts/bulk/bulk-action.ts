import { type Preference, PREFERENCES } from "@/lib/preferences";
import { isUuid } from "@/lib/uuid";

/** What is done to several accounts at once. */
export type BulkAction =
  | { kind: "resend_activation" }
  | { kind: "set_preference"; preference: Preference }
  /** Makes a member of staff the adviser; null removes the adviser. */
  | { kind: "assign"; userId: string | null };

/** The maximum number of accounts of one action: those of one page. */
export const MAX_BULK_ACCOUNTS = 50;

/** Writes an action for a form: `resend_activation`, `preference-link`, `assign-0198…`, `assign-nobody`. */
export function writeBulkAction(action: BulkAction): string {
  if (action.kind === "set_preference") return `preference-${action.preference}`;
  if (action.kind === "assign") return `assign-${action.userId ?? "nobody"}`;
  return action.kind;
}

/** Reads an action; null for any text that `writeBulkAction` does not write. */
export function readBulkAction(text: string): BulkAction | null {
  if (text === "resend_activation") return { kind: text };
  const preference = PREFERENCES.find((one) => text === `preference-${one}`);
  if (preference) return { kind: "set_preference", preference };
  if (text === "assign-nobody") return { kind: "assign", userId: null };
  const userId = text.startsWith("assign-") ? text.slice("assign-".length) : "";
  return isUuid(userId) ? { kind: "assign", userId } : null;
}

/** An account of a previewed action, with the newest activation mail that the preview knew of. */
export interface BulkAccount {
  accountId: string;
  generation: number;
}

/** Writes the accounts of a preview for its form: `0198…:1 0198…:2`. */
export const writeBulkAccounts = (accounts: readonly BulkAccount[]): string =>
  accounts.map(({ accountId, generation }) => `${accountId}:${generation}`).join(" ");

/** Reads what `writeBulkAccounts` wrote, each account once, at most `MAX_BULK_ACCOUNTS`; ignores anything else. */
export function readBulkAccounts(text: string): BulkAccount[] {
  const accounts = new Map<string, BulkAccount>();
  for (const part of text.split(" ")) {
    const [accountId = "", generation = ""] = part.split(":");
    if (isUuid(accountId) && /^\d{1,6}$/.test(generation))
      accounts.set(accountId, { accountId, generation: Number(generation) });
  }
  return [...accounts.values()].slice(0, MAX_BULK_ACCOUNTS);
}
