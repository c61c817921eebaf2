import type { AuditEvent } from "@/lib/audit/record-audit";
import type { MailStatus } from "@/lib/mails/deliveries/mail-status";
import type { MailKind } from "@/lib/mails/kinds/mail-kinds";

/** The kinds that the timeline of an account can be limited to. */
export const TIMELINE_FILTERS = ["mails", "sign_ins", "deposits", "changes"] as const;

export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

/** One line of the timeline; its id and time are its position. */
export type TimelineEntry = { id: string; at: Date } & (
  | {
      kind: "mail";
      mail: MailKind | "other";
      recipient: string;
      status: MailStatus;
      isTrouble: boolean;
      /** When the provider last reported its delivery state. */
      reportedAt: Date | null;
      number: string | null;
    }
  | {
      kind: "event";
      action: AuditEvent["action"];
      actor: Actor;
      /**
       * The identifier, at the time of the event, of the user whom it is about; null when it is about no user or the
       * actor.
       */
      about: string | null;
      /** The invoices of joined deposits, or of a withdrawal; up to five are named. */
      invoices: { count: number; numbers: string[] } | null;
      /** The fields of a changed account. */
      fields: string[];
      reason: string | null;
    }
);

/** Who acted; a user is shown with the identifier at the time of the event. */
export type Actor =
  { kind: "you" } | { kind: "user"; label: string } | { kind: "key"; name: string } | { kind: "portal" };

/** The actions of each filter; « changes » are all others. */
export const SIGN_INS: readonly AuditEvent["action"][] = ["signed_in", "signed_out", "account_switched"];
export const DEPOSITS: readonly AuditEvent["action"][] = ["invoice_deposited", "invoice_withdrawn"];
