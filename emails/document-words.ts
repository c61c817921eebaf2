import { formatDate } from "@/lib/dates";
import type { LinkOpening, MailDocument, MailFrame } from "./mail-frame";
import { mailWords } from "./mail-words";

interface DocumentProps extends MailFrame {
  document: MailDocument;
  opening: LinkOpening;
}

/** Returns the subject of a mail about one document. */
export function documentSubject({ locale, supplier, document: { type, number } }: DocumentProps): string {
  return mailWords(locale)("notification.subject", { type, number, supplier: supplier.name });
}

/** Returns the sentence that says whether the link needs a sign-in, or until which day it works without one. */
export function openingSentence({ locale, supplier, document, opening }: DocumentProps): string {
  const t = mailWords(locale);
  if (opening.through === "sign_in") return t("opens.signIn", { supplier: supplier.name });
  return t("opens.direct", { type: document.type, date: formatDate(opening.until, locale) });
}
