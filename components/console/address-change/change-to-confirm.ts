import { MAX_OTHER_ACCOUNTS } from "@/lib/accounts/address-change/change-limits";

/** What the form shows after it was sent, in the reader's language: why the change was refused, or its consequences. */
export interface ChangeToConfirm {
  /** Why the change was refused, and the field with the error. */
  error: { field: "email" | "asked" | "warnings" | null; text: string } | null;
  consequences: readonly { when: string; what: string }[];
  /** Further accounts that use the old address. */
  others: readonly { id: string; label: string }[];
  /** The possible errors in the new address; staff must confirm each. */
  warnings: readonly { name: string; label: string }[];
  /** The new address. */
  email: string;
}

/** The names of the fields that the form sends back. */
export const OTHER_FIELDS: readonly string[] = Array.from(
  { length: MAX_OTHER_ACCOUNTS },
  (_, index) => `other${index}`,
);
export const WARNING_FIELDS = {
  no_mail_server: "sure_no_mail_server",
  near_miss: "sure_near_miss",
  free_mailbox: "sure_free_mailbox",
  new_domain: "sure_new_domain",
} as const;
