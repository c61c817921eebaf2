import { problemResponse } from "@/lib/http/problem";
import type { AccountProblem } from "./account-change";
import type { AccountValues } from "./account-values";
import type { AccountDetails } from "./get-account";
import type { SupersededValue } from "./superseded-values";

/**
 * Builds the body of an account in the API's answers. Instants are ISO 8601 in UTC. `stopped` tells why and since when
 * mails to `email` are not sent: `{state: "bounced" | "complained" | "suppressed", reason, since}`, or null.
 */
export function accountAnswer(
  account: AccountDetails,
  warnings: readonly SupersededValue[] = [],
): Record<string, unknown> {
  return {
    ...valuesAnswer(account),
    emailSource: account.emailSource,
    emailRecordedAt: account.emailRecordedAt,
    state: account.state,
    activatedAt: account.activatedAt,
    stopped: account.stopped,
    deliveries: account.lastMails.map((mail) => ({
      kind: mail.kind,
      recipient: mail.recipient,
      state: deliveryState(mail),
      reason: mail.reason,
      queuedAt: mail.queuedAt,
      sentAt: mail.sentAt,
      updatedAt: mail.updatedAt ?? mail.sentAt ?? mail.queuedAt,
    })),
    warnings: warnings.map(warningAnswer),
  };
}

type AnsweredValues = AccountValues & {
  customerNumber: string;
  pendingEmail: string | null;
  pendingSince: Date | null;
};

/** The values that a supplier may set, with the names of the API. */
export function valuesAnswer(account: AnsweredValues): Record<string, unknown> {
  const { pendingEmail, pendingSince } = account;
  return {
    customerNumber: account.customerNumber,
    companyName: account.companyName,
    siren: account.siren,
    vatNumber: account.vatNumber,
    siret: account.siret,
    routingCode: account.routingCode,
    electronicAddress: account.electronicAddress,
    checkedOn: account.checkedOn,
    adviser: adviserOf(account),
    email: account.email,
    preference: account.preference,
    channel: account.channel,
    locale: account.locale,
    pending: pendingEmail === null ? null : { email: pendingEmail, since: pendingSince },
  };
}

/** Null when nothing is recorded: the customer then sees the supplier's customer service. */
function adviserOf({ adviserName: name, adviserEmail: email, adviserPhone: phone }: AccountValues) {
  return name === null && email === null && phone === null ? null : { name, email, phone };
}

/** A value of the request that was not applied; `at` is when the console replaced it, or mails to it were refused. */
function warningAnswer({ field, value, kept, why, at }: SupersededValue) {
  const since = at.toISOString();
  return {
    type: "superseded_value",
    field,
    value,
    kept,
    at: since,
    detail:
      why === "replaced"
        ? `${field}: the console replaced this value on ${since}, so it was left alone. GET this account for the value of today.`
        : `${field}: mails to this address were refused permanently on ${since}, so it was left alone. Ask the customer for another one.`,
  };
}

/** Returns the state reported by the provider; without a report, the mail's own state. */
function deliveryState({ mailState, deliveryState: reported }: AccountDetails["lastMails"][number]): string {
  switch (mailState) {
    case "cancelled":
    case "uncertain":
      return reported === null || reported === "queued" ? mailState : reported;
    case "dead":
      return reported ?? "undeliverable";
    case "sent":
      return reported ?? "sent";
    case "queued":
    case "sending":
      return reported ?? "queued";
  }
}

/** Answers 422 with all problems of the number and the body. */
export const accountRefused = (problems: AccountProblem[]): Response =>
  problemResponse({
    status: 422,
    type: "account-refused",
    title: "The account was not saved.",
    detail: problems.map(({ detail }) => detail).join(" "),
    problems,
  });
