import type { ReactNode } from "react";
import { formatDate, type PlainDate } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { DocumentFacts } from "./document-facts";
import { documentPreview } from "./document-words";
import { inBold, MailBand, Paragraph, SmallParagraph } from "./mail-band";
import type { MailAccount, MailDocument, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { mailWords } from "./mail-words";

interface DocumentMailProps extends MailFrame, MailAccount {
  document: MailDocument;
  keptUntil: PlainDate;
  /** The text before the button. */
  before: ReactNode;
  /** The text after the button. */
  children: ReactNode;
}

/** The common part of both mails about one document: its facts, the button that opens it, the end of retention. */
export function DocumentMail(props: DocumentMailProps) {
  const { locale, document, companyName: company, customerNumber, keptUntil, before, children } = props;
  const t = mailWords(locale);
  const { type, number } = document;
  return (
    <MailLayout
      frame={props}
      title={t("invoiceName", { type, number })}
      preview={documentPreview(props, document, company)}
      why={t("footer.because", { why: t("notification.why", { company }) })}
    >
      <MailBand>
        <Paragraph>
          {t.rich("notification.lead", {
            type,
            company,
            supplier: props.supplier.name,
            number: customerNumber,
            b: inBold,
          })}
        </Paragraph>
        <DocumentFacts document={document} frame={props} />
      </MailBand>
      <MailBand>
        {before}
        <ActionButton frame={props} href={document.openUrl}>
          {t("notification.button", { type, number })}
        </ActionButton>
        {children}
        <SmallParagraph>{t("archive", { type, date: formatDate(keptUntil, locale) })}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}
