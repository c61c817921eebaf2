import type { Locale } from "@/lib/languages";
import type { MailDocument } from "./mail-frame";
import { formatCount, mailWords } from "./mail-words";

/** Returns « 4 nouvelles factures et 1 nouvel avoir ». */
export function countedDocuments(documents: readonly MailDocument[], locale: Locale): string {
  const creditNotes = documents.filter(({ type }) => type === "credit_note").length;
  const invoices = documents.length - creditNotes;
  return mailWords(locale)("digest.counted", {
    invoices,
    creditNotes,
    both: invoices > 0 && creditNotes > 0 ? "yes" : "no",
    invoiceCount: formatCount(invoices, locale),
    creditNoteCount: formatCount(creditNotes, locale),
  });
}

/** Returns the text of the button, which names invoices, credit notes or all documents. */
export function buttonWords(invoices: number, creditNotes: number, locale: Locale): string {
  const t = mailWords(locale);
  if (invoices > 0 && creditNotes > 0) {
    return t("digest.buttonAll", { count: formatCount(invoices + creditNotes, locale) });
  }
  const count = invoices + creditNotes;
  const counted = formatCount(count, locale);
  return t(invoices > 0 ? "digest.buttonInvoices" : "digest.buttonCreditNotes", { count, counted });
}
