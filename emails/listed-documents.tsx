import type { ReactNode } from "react";
import { formatDate, type PlainDate } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { DigestTable } from "./digest-table";
import { totalsOf } from "./digest-totals";
import { buttonWords } from "./digest-words";
import { FactsTable } from "./facts-table";
import { MailBand, Paragraph, SectionTitle, SmallParagraph } from "./mail-band";
import type { MailDocument, MailFrame } from "./mail-frame";
import type { WebLink } from "./mail-link";
import { formatCount, mailWords } from "./mail-words";

/**
 * The maximum number of documents listed. Gmail cuts a message at 102 kB, so a longer list would hide the totals and
 * the button.
 */
const MAX_LISTED = 120;

interface ListedDocumentsProps {
  frame: MailFrame;
  documents: readonly MailDocument[];
  /** The link that opens all documents. */
  allUrl: WebLink;
  /** The last day the links work without signing in (R19); null when they lead through sign-in. */
  opensUntil: PlainDate | null;
  retentionMonths: number;
  /** The text before the list. */
  lead: ReactNode;
}

/** Documents by issue date, with credit notes in a separate table, totals, and a button that opens all of them. */
export function ListedDocuments({ frame, documents, lead, ...props }: ListedDocumentsProps) {
  const { locale } = frame;
  const t = mailWords(locale);
  const invoices = documents.filter(({ type }) => type === "invoice");
  const creditNotes = documents.filter(({ type }) => type === "credit_note");
  const listed = new Set(documents.slice(0, MAX_LISTED));
  const isMixed = invoices.length > 0 && creditNotes.length > 0;
  const unlisted = documents.length - listed.size;
  return (
    <>
      <MailBand>
        <Paragraph>{lead}</Paragraph>
        {isMixed && <SectionTitle>{t("digest.invoices")}</SectionTitle>}
        {invoices.length > 0 && (
          <DigestTable
            frame={frame}
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
            frame={frame}
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
        <ActionButton frame={frame} href={props.allUrl}>
          {buttonWords(invoices.length, creditNotes.length, locale)}
        </ActionButton>
        <SmallParagraph>
          {props.opensUntil === null
            ? t("missed.opensBySignIn")
            : t("digest.opens", { date: formatDate(props.opensUntil, locale) })}
        </SmallParagraph>
        <SmallParagraph>{t("digest.archive", { months: String(props.retentionMonths) })}</SmallParagraph>
      </MailBand>
    </>
  );
}
