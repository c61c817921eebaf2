import { formatDate, type PlainDate } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { DigestTable } from "./digest-table";
import { totalsOf } from "./digest-totals";
import { buttonWords, countedDocuments } from "./digest-words";
import { FactsTable } from "./facts-table";
import { inBold, MailBand, Paragraph, SectionTitle, SmallParagraph } from "./mail-band";
import type { MailAccount, MailDocument, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { formatCount, mailWords } from "./mail-words";
import { sampleAccount, sampleFrame, sampleInvoice } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  /** The day of deposit. */
  day: PlainDate;
  documents: readonly MailDocument[];
  /** The link that opens all documents. */
  allUrl: WebLink;
  /** The last day the links work without signing in (R19). */
  opensUntil: PlainDate;
  retentionMonths: number;
}

/** The most documents listed. Gmail cuts a message at 102 kB, so that a longer list would hide totals and button. */
const MAX_LISTED = 120;

export function subject({ locale, supplier, documents, day }: Props): string {
  const counted = countedDocuments(documents, locale);
  return mailWords(locale)("digest.subject", {
    counted,
    supplier: supplier.name,
    day: formatDate(day, locale),
  });
}

/** Lists the documents deposited on one day by issue date, credit notes apart; links open one or all (R18, R19). */
export function Mail(props: Props) {
  const { locale, documents, companyName: company } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  const invoices = documents.filter(({ type }) => type === "invoice");
  const creditNotes = documents.filter(({ type }) => type === "credit_note");
  const listed = new Set(documents.slice(0, MAX_LISTED));
  const isMixed = invoices.length > 0 && creditNotes.length > 0;
  const unlisted = documents.length - listed.size;
  return (
    <MailLayout
      frame={props}
      title={countedDocuments(documents, locale)}
      preview={t("digest.preview", { company, totals: totalsOf(documents, locale).join(" + ") })}
      why={t("footer.because", { why: t("digest.why", { company }) })}
    >
      <MailBand>
        <Paragraph>
          {t.rich("digest.lead", {
            count: documents.length,
            feminine: invoices.length > 0 && creditNotes.length === 0 ? "yes" : "no",
            supplier,
            company,
            number: props.customerNumber,
            day: formatDate(props.day, locale),
            b: inBold,
          })}
        </Paragraph>
        {isMixed && <SectionTitle>{t("digest.invoices")}</SectionTitle>}
        {invoices.length > 0 && (
          <DigestTable
            frame={props}
            type="invoice"
            listed={invoices.filter((document) => listed.has(document))}
            documents={invoices}
            isLast={!isMixed}
          />
        )}
      </MailBand>
      {creditNotes.length > 0 && (
        <MailBand>
          {isMixed && <SectionTitle>{t("digest.creditNotes")}</SectionTitle>}
          <DigestTable
            frame={props}
            type="credit_note"
            listed={creditNotes.filter((document) => listed.has(document))}
            documents={creditNotes}
            isLast={!isMixed}
          />
        </MailBand>
      )}
      {isMixed && (
        <MailBand>
          <FactsTable
            facts={[]}
            totals={totalsOf(documents, locale).map((value) => ({ label: t("digest.totalNet"), value }))}
          />
        </MailBand>
      )}
      <MailBand>
        {unlisted > 0 && (
          <Paragraph>
            {t("digest.notListed", { count: unlisted, counted: formatCount(unlisted, locale) })}
          </Paragraph>
        )}
        <ActionButton frame={props} href={props.allUrl}>
          {buttonWords(invoices.length, creditNotes.length, locale)}
        </ActionButton>
        <SmallParagraph>{t("digest.opens", { date: formatDate(props.opensUntil, locale) })}</SmallParagraph>
        <SmallParagraph>{t("digest.archive", { months: String(props.retentionMonths) })}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  day: "2026-11-23",
  documents: [
    sampleInvoice,
    sampleDocument(2, "FT-2026-110601", "490.45", ["GC-596-HA"]),
    sampleDocument(3, "FT-2026-110592", "744.76", ["GH-087-XC", "GA-114-BW", "GB-902-LN"]),
    { ...sampleDocument(4, "AV-2026-0413", "-154.80", ["GL-153-PV"]), type: "credit_note" },
    { ...sampleDocument(5, "FT-2026-110574", "428.29", ["GJ-467-CB"]), issuedOn: "2026-11-19" },
  ],
  allUrl: webLink("https://portail.example/d/exemple"),
  opensUntil: "2027-02-23",
  retentionMonths: 24,
};

function sampleDocument(
  index: number,
  number: string,
  totalWithVat: string,
  vehicles: readonly string[],
): MailDocument {
  return {
    ...sampleInvoice,
    number,
    totalWithVat,
    vehicles,
    openUrl: webLink(`https://portail.example/d/exemple-${index}`),
  };
}
