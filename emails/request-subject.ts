import type { Locale } from "@/lib/languages";
import type { QuestionTopic, RequestKind } from "@/lib/request-choices";
import { tradeWord } from "@/lib/trade-words";
import type { Fact } from "./facts-table";
import type { MailFrame } from "./mail-frame";
import { mailWords } from "./mail-words";

/** What a request is about, in a few words. */
export interface RequestSubject {
  kind: RequestKind;
  topic: QuestionTopic | null;
  /** The number of the invoice or of the document asked for. */
  document: string | null;
  /** The contract and the vehicle of the invoice that a question is about; null for none. */
  contract: string | null;
  vehicle: string | null;
}

/** Returns the request as part of a subject line: « facture FT-1 », « notifications ». */
export function subjectInWords({ kind, topic, document }: RequestSubject, locale: Locale): string {
  const t = mailWords(locale);
  if (kind === "question")
    return document === null ? t(`thread.topics.${topic ?? "other"}`) : t("thread.invoice", { document });
  return document === null ? t("thread.notifications") : t("thread.duplicate", { document });
}

/** Returns the request as labels and values. */
export function subjectFacts(
  subject: RequestSubject,
  { locale, supplier: { tradeWords } }: Pick<MailFrame, "locale" | "supplier">,
): Fact[] {
  const t = mailWords(locale);
  const { kind, topic, document, contract, vehicle } = subject;
  if (kind !== "question") return [{ label: t("thread.about"), value: subjectInWords(subject, locale) }];
  const facts: Fact[] = [{ label: t("thread.about"), value: t(`thread.topics.${topic ?? "other"}`) }];
  if (document !== null) facts.push({ label: t("thread.invoiceLabel"), value: document });
  if (contract !== null) facts.push({ label: tradeWord(tradeWords, locale, "contract", 1), value: contract });
  if (vehicle !== null) facts.push({ label: tradeWord(tradeWords, locale, "vehicle", 1), value: vehicle });
  return facts;
}
