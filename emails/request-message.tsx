import { formatInstant } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { type Asker, askerFacts } from "./asker-facts";
import { FactsTable } from "./facts-table";
import { inBold, MailBand, Paragraph, SectionTitle, SmallParagraph } from "./mail-band";
import type { MailAccount, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { MessageLines } from "./message-lines";
import { type RequestSubject, subjectFacts, subjectInWords } from "./request-subject";
import { sampleAccount, sampleFrame } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  /** An instant, ISO 8601 in UTC. */
  writtenAt: string;
  /** Whether the message belongs to a thread that exists already. */
  isReply: boolean;
  about: RequestSubject;
  asker: Asker;
  /** The message, line by line. */
  message: readonly string[];
  /** The thread in the console. */
  threadUrl: WebLink;
}

export function subject({ locale, isReply, about, companyName: company, customerNumber: number }: Props) {
  const what = subjectInWords(about, locale);
  return mailWords(locale)(isReply ? "thread.replySubject" : "thread.questionSubject", {
    company,
    number,
    what,
  });
}

/** Tells the staff who answer requests that a customer asked a question or wrote a further message. */
export function Mail(props: Props) {
  const { locale, about, asker, isReply, companyName: company, customerNumber: number } = props;
  const t = mailWords(locale);
  return (
    <MailLayout
      frame={props}
      title={t(isReply ? "thread.replyTitle" : "thread.questionTitle")}
      preview={t("thread.messagePreview", { company, number })}
      why={t("thread.messageWhy", { supplier: props.supplier.name })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {t.rich("thread.messageLead", {
            company,
            number,
            when: formatInstant(new Date(props.writtenAt), locale, props.timeZone),
            b: inBold,
          })}
        </Paragraph>
        <FactsTable facts={subjectFacts(about, props)} totals={[]} />
        <MessageLines lines={props.message} locale={locale} />
        <ActionButton frame={props} href={props.threadUrl}>
          {t("thread.openInConsole")}
        </ActionButton>
        <SectionTitle>{t("request.askedBy")}</SectionTitle>
        <FactsTable facts={askerFacts(asker, locale)} totals={[]} />
      </MailBand>
      <MailBand>
        <SmallParagraph>
          {t(asker.email === null ? "request.madeNoReply" : "thread.messageReply")}
        </SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  contact: null,
  ...sampleAccount,
  writtenAt: "2026-11-19T08:52:00.000Z",
  isReply: false,
  about: {
    kind: "question",
    topic: "vehicle",
    document: "FT-2026-110408",
    contract: null,
    vehicle: "GF-410-BQ",
  },
  asker: {
    name: "Camille Lorme",
    identifier: "camille.lorme@perce-neige.example",
    role: "administrator",
    email: "camille.lorme@perce-neige.example",
    isEmailProven: true,
  },
  message: ["Le véhicule de remplacement a été rendu le 3 novembre.", "L’avoir en tient-il compte ?"],
  threadUrl: webLink("https://portail.example/console/requests/0199"),
};
