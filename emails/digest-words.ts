import type { Locale } from "@/lib/languages";
import { totalsOf } from "./digest-totals";
import { dueWords } from "./document-words";
import type { MailDocument } from "./mail-frame";
import { formatCount, mailWords } from "./mail-words";

/** Returns « 4 factures et 1 avoir ». */
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

/** Returns the subject: how many, their total, and when the first one is paid. */
export function digestSubject(documents: readonly MailDocument[], locale: Locale): string {
  const [first] = documents
    .filter(({ type, dueOn }) => type === "invoice" && dueOn !== null)
    .sort((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1));
  const { due, date } = first ? dueWords(first, locale) : { due: "none", date: "" };
  return mailWords(locale)("digest.subject", {
    counted: countedDocuments(documents, locale),
    totals: totalsOf(documents, locale).join(" + "),
    due: due !== "none" && documents.length > 1 ? `first_${due}` : due,
    date,
  });
}
