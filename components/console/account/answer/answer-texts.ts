import { getTranslations } from "next-intl/server";
import type { InvoiceAnswer } from "@/lib/accounts/one/answer/invoice-answer";
import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import { answerSentences } from "./answer-sentences";

interface CustomerContext {
  /** The language of the customer. */
  locale: Locale;
  timeZone: string;
  supplierName: string;
}

/** Returns a polite reply to the customer, in the customer's language. */
export async function replyText(answer: InvoiceAnswer, context: CustomerContext): Promise<string> {
  const { locale, timeZone, supplierName } = context;
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "console.account.reply" }),
    getTranslations({ locale, namespace: "console.account.answer" }),
  ]);
  const { number, type, url, depositedAt, withdrawn, resentCount } = answer;
  const [, ...sentences] = answerSentences({ ...answer, resentCount: 0 }, words, context);
  return [
    t("hello"),
    "",
    t("about", { type, number, at: formatInstant(depositedAt, locale, timeZone) }),
    sentences.join(" "),
    resentCount > 0 && !withdrawn && t("resent"),
    !withdrawn && t("where", { type, url }),
    "",
    t("bye"),
    supplierName,
  ]
    .filter((line) => typeof line === "string")
    .join("\n");
}

const MAX_SERVERS = 5;

/**
 * Returns the facts with which the customer's mail administrators can find the mail; null when the provider got no
 * mail.
 */
export async function technicalText(
  answer: InvoiceAnswer,
  mailServers: readonly string[],
  context: CustomerContext,
): Promise<string | null> {
  const { mail, number, sender } = answer;
  if (!mail || (mail.messageId === null && mail.status !== "delivered" && !mail.isTrouble)) return null;
  const { locale, supplierName } = context;
  const [t, statuses] = await Promise.all([
    getTranslations({ locale, namespace: "console.account.technical" }),
    getTranslations({ locale, namespace: "recentMails.statuses" }),
  ]);
  return [
    t("lead", { supplier: supplierName, number }),
    t("from", { sender }),
    t("to", { address: mail.recipient }),
    mailServers.length > 0 && t("server", { servers: mailServers.slice(0, MAX_SERVERS).join(", ") }),
    mail.messageId && t("time", { at: mail.at.toISOString() }),
    mail.messageId && t("messageId", { id: mail.messageId }),
    t("state", { status: statuses(mail.status) }),
    mail.reportedAt && t("reported", { at: mail.reportedAt.toISOString() }),
    mail.serverAnswer && t("serverAnswer", { answer: mail.serverAnswer }),
    mail.reason && t("reason", { reason: mail.reason }),
    mail.failure && t("failure", { failure: mail.failure }),
  ]
    .filter((line) => typeof line === "string")
    .join("\n");
}
