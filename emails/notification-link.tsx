import type { PlainDate } from "@/lib/dates";
import { DocumentMail } from "./document-mail";
import { documentSubject, openingSentence } from "./document-words";
import { SmallParagraph } from "./mail-band";
import type { LinkOpening, MailAccount, MailDocument, MailFrame } from "./mail-frame";
import { sampleAccount, sampleFrame, sampleInvoice } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  document: MailDocument;
  opening: LinkOpening;
  /** The day when the document is removed from the portal. */
  keptUntil: PlainDate;
}

export function subject(props: Props): string {
  return documentSubject(props);
}

/** Announces one invoice, with a link that opens it (R18 `link`, R19). */
export function Mail(props: Props) {
  return (
    <DocumentMail {...props} before={null}>
      <SmallParagraph>{openingSentence(props)}</SmallParagraph>
    </DocumentMail>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  document: sampleInvoice,
  opening: { through: "sign_in" },
  keptUntil: "2028-11-20",
};
