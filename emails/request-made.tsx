import { formatInstant } from "@/lib/dates";
import type { Preference } from "@/lib/preferences";
import { type Asker, askerFacts } from "./asker-facts";
import { type Fact, FactsTable } from "./facts-table";
import { inBold, MailBand, Paragraph, SectionTitle, SmallParagraph } from "./mail-band";
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
  asker: Asker;
  /** The recorded settings. */
  present: { address: string | null; preference: Preference };
}

export function subject({ locale, companyName: company, customerNumber: number, asked }: Props): string {
  const t = mailWords(locale);
  return asked.document
    ? t("request.madeSubjectDuplicate", { company, number, document: asked.document.number })
    : t("request.madeSubject", { company, number });
}

/** Tells the adviser what a customer requests, who asks and for which account. Its links change nothing. */
export function Mail(props: Props) {
  const { locale, asked, asker, companyName: company, customerNumber: number } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  return (
    <MailLayout
      frame={props}
      title={t("request.madeTitle")}
      preview={t("request.madePreview", { company, number })}
      why={t("request.madeWhy", { supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {t.rich("request.madeLead", {
            company,
            number,
            when: formatInstant(new Date(props.askedAt), locale, props.timeZone),
            b: inBold,
          })}
        </Paragraph>
        <FactsTable facts={requestFacts(asked, locale)} totals={[]} />
        <MessageLines lines={asked.message} locale={locale} />
        <SectionTitle>{t("request.askedBy")}</SectionTitle>
        <FactsTable facts={askerFacts(asker, locale)} totals={[]} />
        {!asked.document && (
          <>
            <SectionTitle>{t("request.present")}</SectionTitle>
            <FactsTable facts={presentFacts(props)} totals={[]} />
          </>
        )}
      </MailBand>
      <MailBand>
        <Paragraph>{t("request.madeNothing")}</Paragraph>
        <Paragraph>{t(asker.email === null ? "request.madeNoReply" : "request.madeReply")}</Paragraph>
        <SmallParagraph>{t("request.madeCheck")}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

function presentFacts({ locale, present }: Props): Fact[] {
  const t = mailWords(locale);
  return [
    { label: t("request.address"), value: present.address === null ? t("request.none") : present.address },
    { label: t("request.preference"), value: t(`preference.${present.preference}`) },
  ];
}

export const PreviewProps: Props = {
  ...sampleFrame,
  contact: null,
  ...sampleAccount,
  askedAt: "2026-11-23T13:20:00.000Z",
  asked: {
    address: "comptabilite@perce-neige.example",
    preference: "digest",
    document: null,
    message: ["Camille part à la retraite le 31 décembre.", "Merci de changer l’adresse avant."],
  },
  asker: {
    name: "Camille Lorme",
    identifier: "camille.lorme@perce-neige.example",
    role: "administrator",
    email: "camille.lorme@perce-neige.example",
    isEmailProven: true,
  },
  present: { address: "camille.lorme@perce-neige.example", preference: "link" },
};
