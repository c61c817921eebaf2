import { formatDate, type PlainDate } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import type { Preference } from "@/lib/preferences";
import type { Fact } from "./facts-table";
import { mailWords } from "./mail-words";

/** A customer's request to its adviser (R15, R20); null for each part that is not requested. */
export interface RequestContent {
  address: string | null;
  preference: Preference | null;
  /** The invoice to get a duplicate of; or the one of a question, with the contract and vehicle that it is about. */
  document: {
    number: string;
    issuedOn: PlainDate | null;
    contract?: string | null | undefined;
    vehicle?: string | null | undefined;
  } | null;
  /** The customer's message, line by line. */
  message: readonly string[];
}

/** Returns the requested changes as labels and values. */
export function requestFacts({ address, preference, document }: RequestContent, locale: Locale): Fact[] {
  const t = mailWords(locale);
  const facts: Fact[] = [];
  if (address !== null) facts.push({ label: t("request.address"), value: address });
  if (preference !== null)
    facts.push({ label: t("request.preference"), value: t(`preference.${preference}`) });
  if (document) {
    facts.push({ label: t("request.duplicateOf"), value: document.number });
    if (document.issuedOn !== null)
      facts.push({ label: t("request.issuedOn"), value: formatDate(document.issuedOn, locale) });
  }
  return facts;
}
