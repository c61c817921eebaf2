import type { PlainDate } from "@/lib/dates";
import { formatFileSize } from "@/lib/file-size";
import { DocumentMail } from "./document-mail";
import { documentSubject, openingSentence } from "./document-words";
import { inBold, Paragraph, SmallParagraph } from "./mail-band";
import type { LinkOpening, MailAccount, MailDocument, MailFrame } from "./mail-frame";
import { mailWords } from "./mail-words";
import { sampleAccount, sampleFrame, sampleInvoice } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  document: MailDocument;
  /** The original. Above the supplier's size limit it is not attached, and the mail says so. */
  original: { fileName: string; bytes: number; isAttached: boolean };
  opening: LinkOpening;
  /** The day when the document is removed from the portal. */
  keptUntil: PlainDate;
}

export function subject(props: Props): string {
  return documentSubject(props);
}

/** Sends one invoice with its original, or with a link if the file is too large for a mail (R18 `attachment`). */
export function Mail(props: Props) {
  const { fileName: file, bytes, isAttached } = props.original;
  const t = mailWords(props.locale);
  const size = formatFileSize(bytes, props.locale);
  return (
    <DocumentMail
      {...props}
      before={
        <Paragraph>
          {isAttached
            ? t.rich("notification.attached", { file, size, b: inBold })
            : t.rich("notification.tooLarge", { file, size, b: inBold })}
        </Paragraph>
      }
    >
      <SmallParagraph>{openingSentence(props)}</SmallParagraph>
    </DocumentMail>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  document: sampleInvoice,
  original: { fileName: "FT-2026-110610.pdf", bytes: 84_210, isAttached: true },
  opening: { through: "sign_in" },
  keptUntil: "2028-11-20",
};
