import { formatDate, type PlainDate } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { FactsTable } from "./facts-table";
import { inBold, MailBand, Paragraph, SmallParagraph } from "./mail-band";
import type { DocumentType, MailAccount, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { formatCount, mailWords } from "./mail-words";
import { sampleAccount, sampleFrame } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  /** The number of documents soon removed that nobody of the account has downloaded. */
  count: number;
  /** The last day of the document that is removed first. */
  firstUntil: PlainDate;
  /** The documents that are removed first. */
  documents: readonly { type: DocumentType; number: string; keptUntil: PlainDate }[];
  takeUrl: WebLink;
}

export function subject({ locale, supplier, count }: Props): string {
  return mailWords(locale)("expiry.subject", {
    count,
    counted: formatCount(count, locale),
    supplier: supplier.name,
  });
}

/** Warns an account's administrator of documents that are soon removed and that nobody has downloaded (R15). */
export function Mail(props: Props) {
  const { locale, count, documents, companyName: company } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  const counted = formatCount(count, locale);
  const unlisted = count - documents.length;
  return (
    <MailLayout
      frame={props}
      title={t("expiry.title", { count, counted })}
      preview={t("expiry.preview", { company, first: formatDate(props.firstUntil, locale) })}
      why={t("footer.notification", { company, supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {t.rich("expiry.lead", {
            count,
            counted,
            company,
            number: props.customerNumber,
            supplier,
            b: inBold,
          })}
        </Paragraph>
        <FactsTable
          facts={documents.map(({ type, number, keptUntil }) => ({
            label: t("invoiceName", { type, number }),
            value: t("expiry.until", { date: formatDate(keptUntil, locale) }),
          }))}
          totals={[]}
        />
        {unlisted > 0 && (
          <SmallParagraph>
            {t("expiry.others", { count: unlisted, counted: formatCount(unlisted, locale) })}
          </SmallParagraph>
        )}
      </MailBand>
      <MailBand>
        <ActionButton frame={props} href={props.takeUrl}>
          {t("expiry.button", { count, counted })}
        </ActionButton>
        <SmallParagraph>{t("expiry.how")}</SmallParagraph>
        <SmallParagraph>{t("expiry.afterwards")}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  count: 12,
  firstUntil: "2026-12-23",
  documents: [
    { type: "invoice", number: "FT-2024-108210", keptUntil: "2026-12-23" },
    { type: "invoice", number: "FT-2024-108211", keptUntil: "2026-12-23" },
    { type: "credit_note", number: "AV-2024-0391", keptUntil: "2026-12-29" },
  ],
  takeUrl: webLink("https://portail.example/invoices/archive"),
};
