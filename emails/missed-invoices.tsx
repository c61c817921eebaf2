import type { PlainDate } from "@/lib/dates";
import { PreviewProps as digestPreview } from "./digest";
import { totalsOf } from "./digest-totals";
import { ListedDocuments } from "./listed-documents";
import { inBold } from "./mail-band";
import type { MailAccount, MailDocument, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import type { WebLink } from "./mail-link";
import { formatCount, mailWords } from "./mail-words";

export interface Props extends MailFrame, MailAccount {
  documents: readonly MailDocument[];
  /** The link that opens all documents. */
  allUrl: WebLink;
  /** The last day the links work without signing in (R19); null when they lead through sign-in. */
  opensUntil: PlainDate | null;
  retentionMonths: number;
}

export function subject(props: Props): string {
  const { locale, supplier } = props;
  return mailWords(locale)("missed.subject", { ...countOf(props), supplier: supplier.name });
}

/** Lists the documents whose mails did not arrive; staff send this mail to send them again. */
export function Mail(props: Props) {
  const { locale, documents, companyName: company, customerNumber: number } = props;
  const t = mailWords(locale);
  return (
    <MailLayout
      frame={props}
      title={t("missed.title", countOf(props))}
      preview={t("digest.preview", { company, totals: totalsOf(documents, locale).join(" + ") })}
      why={t("footer.because", {
        why: t("footer.notification", { company, supplier: props.supplier.name }),
      })}
    >
      <ListedDocuments
        frame={props}
        documents={documents}
        allUrl={props.allUrl}
        opensUntil={props.opensUntil}
        retentionMonths={props.retentionMonths}
        lead={t.rich("missed.lead", {
          ...countOf(props),
          supplier: props.supplier.name,
          company,
          number,
          b: inBold,
        })}
      />
    </MailLayout>
  );
}

const countOf = ({ documents, locale }: Props) => ({
  count: documents.length,
  counted: formatCount(documents.length, locale),
});

const { day: _day, ...preview } = digestPreview;
export const PreviewProps: Props = preview;
