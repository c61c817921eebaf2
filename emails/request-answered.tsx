import { formatInstant } from "@/lib/dates";
import type { MessageOutcome } from "@/lib/request-choices";
import { ActionButton } from "./action-button";
import { FactsTable } from "./facts-table";
import { inBold, MailBand, Paragraph } from "./mail-band";
import type { MailAccount, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { MessageLines } from "./message-lines";
import { type RequestSubject, subjectFacts, subjectInWords } from "./request-subject";
import { sampleAccount, sampleFrame } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  /** An instant, ISO 8601 in UTC. */
  answeredAt: string;
  about: RequestSubject;
  /** What was decided; null for an answer that decides nothing. */
  outcome: MessageOutcome | null;
  /** The answer, line by line; empty when it must not be in the mail, or there is none. */
  message: readonly string[];
  /** The thread in the customer's account. */
  threadUrl: WebLink;
}

const titleOf = ({ locale, outcome }: Props): string =>
  mailWords(locale)(`thread.answered.${outcome === null ? "answer" : outcome}`);

export function subject(props: Props): string {
  const { locale, about } = props;
  return mailWords(locale)("thread.answeredSubject", {
    title: titleOf(props),
    what: subjectInWords(about, locale),
  });
}

/** Tells the customer's user what the supplier answered or decided. */
export function Mail(props: Props) {
  const { locale, about, message, companyName: company } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  return (
    <MailLayout
      frame={props}
      title={titleOf(props)}
      preview={t("thread.answeredPreview", { what: subjectInWords(about, locale) })}
      why={t("footer.user", { supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {t.rich("thread.answeredLead", {
            supplier,
            company,
            number: props.customerNumber,
            when: formatInstant(new Date(props.answeredAt), locale, props.timeZone),
            b: inBold,
          })}
        </Paragraph>
        <FactsTable facts={subjectFacts(about, props)} totals={[]} />
        <MessageLines lines={message} locale={locale} />
        <ActionButton frame={props} href={props.threadUrl}>
          {t("thread.openThread")}
        </ActionButton>
      </MailBand>
      <MailBand>
        <Paragraph>{t("thread.answeredNext")}</Paragraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  contact: { name: "Sacha Vernon", phone: "01 99 00 12 40", email: "sacha.vernon@tramontane.example" },
  answeredAt: "2026-11-20T10:20:00.000Z",
  about: {
    kind: "question",
    topic: "vehicle",
    document: "FT-2026-110408",
    contract: null,
    vehicle: "GF-410-BQ",
  },
  outcome: null,
  message: ["Oui. L’avoir AV-2026-0409 retire le remplacement, 48,00 € hors taxes."],
  threadUrl: webLink("https://portail.example/profile/requests/0199"),
};
