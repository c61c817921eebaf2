import { problemResponse } from "@/lib/http/problem";
import type { AccountProblem } from "./account-change";
import type { AccountFound } from "./get-account";

/**
 * Builds the body of an account in the API's answers. Instants are ISO 8601 in UTC. `stopped` tells why and since when
 * mails to `email` are not sent: `{state: "bounced" | "complained" | "suppressed", reason, since}`, or null.
 */
export function accountAnswer(account: AccountFound): Record<string, unknown> {
  const { pendingEmail, pendingSince } = account;
  return {
    customerNumber: account.customerNumber,
    companyName: account.companyName,
    siren: account.siren,
    vatNumber: account.vatNumber,
    email: account.email,
    emailSource: account.emailSource,
    emailRecordedAt: account.emailRecordedAt,
    preference: account.preference,
    channel: account.channel,
    locale: account.locale,
    state: account.state,
    activatedAt: account.activatedAt,
    pending: pendingEmail === null ? null : { email: pendingEmail, since: pendingSince },
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
  };
}

/** Returns the state reported by the provider; without a report, the mail's own state. */
function deliveryState({ mailState, deliveryState: reported }: AccountFound["lastMails"][number]): string {
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
