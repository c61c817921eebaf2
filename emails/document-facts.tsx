import { formatDate } from "@/lib/dates";
import { tradeWord } from "@/lib/trade-words";
import { Breakable } from "./breakable";
import { type Fact, FactsTable } from "./facts-table";
import type { MailDocument, MailFrame } from "./mail-frame";
import { firstOf, mailWords, writtenAmount } from "./mail-words";

/** The facts of one invoice or credit note, to read before opening it. */
export function DocumentFacts({ document, frame }: { document: MailDocument; frame: MailFrame }) {
  const {
    locale,
    supplier: { tradeWords },
  } = frame;
  const t = mailWords(locale);
  const { type, issuedOn, dueOn, payment, contracts, vehicles } = document;
  const facts: Fact[] = [{ label: t("label.issuedOn", { type }), value: formatDate(issuedOn, locale) }];
  if (dueOn !== null)
    facts.push({ label: t("label.dueOn", { way: payment.way }), value: formatDate(dueOn, locale) });
  if (payment.account !== null) facts.push({ label: t("label.transferAccount"), value: payment.account });
  if (contracts.length > 0) {
    facts.push({
      label: tradeWord(tradeWords, locale, "contract", contracts.length),
      value: <Breakable text={firstOf(contracts, locale)} />,
    });
  }
  if (vehicles.length > 0) {
    facts.push({
      label: tradeWord(tradeWords, locale, "vehicle", vehicles.length),
      value: <Breakable text={firstOf(vehicles, locale)} />,
    });
  }
  return (
    <FactsTable
      facts={facts}
      totals={[{ label: t("label.withVat"), value: writtenAmount(document, locale) }]}
    />
  );
}
