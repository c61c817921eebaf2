import { formatDate, formatShortDate } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import { tradeWord } from "@/lib/trade-words";
import type { LinkOpening, MailDocument, MailFrame } from "./mail-frame";
import { firstOf, mailWords, writtenAmount } from "./mail-words";

interface DocumentProps extends MailFrame {
  document: MailDocument;
  opening: LinkOpening;
}

/** Returns the subject of a mail about one document: which one, how much, and when it is paid. */
export function documentSubject({ locale, document }: DocumentProps): string {
  const { type, number } = document;
  return mailWords(locale)("notification.subject", {
    type,
    number,
    amount: writtenAmount(document, locale),
    ...dueWords(document, locale),
  });
}

/** Returns how and when a document is paid, for sentences: « prélevée le 29/12 », « échéance 29/12 », or nothing. */
export function dueWords({ dueOn, payment, type }: MailDocument, locale: Locale) {
  if (dueOn === null || type === "credit_note") return { due: "none", date: "" };
  return { due: payment.way === "debit" ? "debit" : "other", date: formatShortDate(dueOn, locale) };
}

/** Returns what a mailbox shows after the subject: the vehicle, the contract, and for whom. */
export function documentPreview(frame: MailFrame, document: MailDocument, company: string): string {
  const { locale, supplier } = frame;
  const named = (["vehicle", "contract"] as const).flatMap((word) => {
    const names = document[`${word}s`];
    if (names.length === 0) return [];
    return [`${tradeWord(supplier.tradeWords, locale, word, names.length)} ${firstOf(names, locale)}`];
  });
  return mailWords(locale)("notification.preview", {
    type: document.type,
    named: named.join(", "),
    isNamed: named.length > 0 ? "yes" : "no",
    company,
    date: formatDate(document.issuedOn, locale),
  });
}

/** Returns the sentence that says whether the link needs a sign-in, or until which day it works without one. */
export function openingSentence({ locale, supplier, document, opening }: DocumentProps): string {
  const t = mailWords(locale);
  if (opening.through === "sign_in") return t("opens.signIn", { supplier: supplier.name });
  return t("opens.direct", { type: document.type, date: formatDate(opening.until, locale) });
}
