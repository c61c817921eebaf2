import { formatInstant } from "@/lib/dates";
import { FactsTable } from "./facts-table";
import { inBold, MailBand, Paragraph } from "./mail-band";
import type { MailAccount, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { mailWords } from "./mail-words";
import { MessageLines } from "./message-lines";
import { type RequestContent, requestFacts } from "./request-content";
import { sampleAccount, sampleFrame } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  /** An instant, ISO 8601 in UTC. */
  askedAt: string;
  asked: RequestContent;
}

export function subject({ locale, supplier }: Props): string {
  return mailWords(locale)("request.receivedSubject", { supplier: supplier.name });
}

/**
 * Sends a copy of a request to the user who made it. A user can thus notice a request that somebody else made with
 * their identifier.
 */
export function Mail(props: Props) {
  const { locale, asked, companyName: company } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  return (
    <MailLayout
      frame={props}
      title={t("request.receivedTitle")}
      preview={t("request.receivedPreview")}
      why={t("footer.user", { supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {t.rich("request.receivedLead", {
            company,
            number: props.customerNumber,
            when: formatInstant(new Date(props.askedAt), locale, props.timeZone),
            b: inBold,
          })}
        </Paragraph>
        <FactsTable facts={requestFacts(asked, locale)} totals={[]} />
        <MessageLines lines={asked.message} locale={locale} />
      </MailBand>
      <MailBand>
        <Paragraph>{t("request.receivedNext", { supplier })}</Paragraph>
        <Paragraph>{t("request.notYou")}</Paragraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  askedAt: "2026-11-23T13:20:00.000Z",
  asked: {
    address: "comptabilite@perce-neige.example",
    preference: "digest",
    document: null,
    message: [],
  },
};
