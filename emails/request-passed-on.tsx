import { formatInstant } from "@/lib/dates";
import type { MessageSide } from "@/lib/request-choices";
import { FactsTable } from "./facts-table";
import { inBold, MailBand, Paragraph, SectionTitle, SmallParagraph } from "./mail-band";
import type { MailAccount, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { mailWords } from "./mail-words";
import { type RequestSubject, subjectFacts, subjectInWords } from "./request-subject";
import { sampleAccount, sampleFrame } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  about: RequestSubject;
  /** The member of staff who passes the request on. Replies go to this person. */
  by: string;
  /** The note that this person adds, line by line. */
  note: readonly string[];
  /** The messages of the thread, oldest first. */
  thread: readonly {
    side: MessageSide;
    author: string;
    /** An instant, ISO 8601 in UTC. */
    writtenAt: string;
    lines: readonly string[];
  }[];
}

export function subject({ locale, about, companyName: company, customerNumber: number }: Props): string {
  return mailWords(locale)("thread.passedSubject", { company, number, what: subjectInWords(about, locale) });
}

/** Passes a request with its thread on to somebody who helps the supplier to answer it, such as a workshop. */
export function Mail(props: Props) {
  const { locale, about, by, note, thread, companyName: company, customerNumber: number } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  return (
    <MailLayout
      frame={props}
      title={t("thread.passedTitle")}
      preview={t("thread.passedPreview", { by, company })}
      why={t("thread.passedWhy", { supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t.rich("thread.passedLead", { by, supplier, company, number, b: inBold })}</Paragraph>
        {note.map((line, index) => (
          <Paragraph key={index}>{line}</Paragraph>
        ))}
        <FactsTable facts={subjectFacts(about, props)} totals={[]} />
      </MailBand>
      <MailBand>
        {thread.map(({ side, author, writtenAt, lines }, index) => (
          <div key={index}>
            <SectionTitle>
              {t("thread.passedEntry", {
                author: side === "customer" ? author : t("thread.passedAuthor", { author, supplier }),
                when: formatInstant(new Date(writtenAt), locale, props.timeZone),
              })}
            </SectionTitle>
            {lines.map((line, at) => (
              <Paragraph key={at}>{line}</Paragraph>
            ))}
          </div>
        ))}
        <SmallParagraph>{t("thread.passedReply", { by })}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  contact: null,
  ...sampleAccount,
  about: {
    kind: "question",
    topic: "vehicle",
    document: "FT-2026-110408",
    contract: null,
    vehicle: "GF-410-BQ",
  },
  by: "Sacha Vernon",
  note: ["Pouvez-vous confirmer la date de restitution du GF-410-BQ ?"],
  thread: [
    {
      side: "customer",
      author: "Camille Lorme",
      writtenAt: "2026-11-19T08:52:00.000Z",
      lines: ["Le véhicule de remplacement a été rendu le 3 novembre."],
    },
    {
      side: "supplier",
      author: "Sacha Vernon",
      writtenAt: "2026-11-19T10:20:00.000Z",
      lines: ["Je le vérifie auprès de l’atelier."],
    },
  ],
};
