import { formatDate } from "@/lib/dates";
import type { LinkOpening, MailDocument, MailFrame } from "./mail-frame";
import { mailWords } from "./mail-words";

interface DocumentTold extends MailFrame {
  document: MailDocument;
  opening: LinkOpening;
}

/** The subject of a mail about one document. */
export function documentSubject({ locale, supplier, document: { type, number } }: DocumentTold): string {
  return mailWords(locale)("notification.subject", { type, number, supplier: supplier.name });
}

/** What the link of a notification asks for: signing in, or nothing until a day. */
export function openingSentence({ locale, supplier, document, opening }: DocumentTold): string {
  const t = mailWords(locale);
  if (opening.through === "sign_in") return t("opens.signIn", { supplier: supplier.name });
  return t("opens.direct", { type: document.type, date: formatDate(opening.until, locale) });
}
