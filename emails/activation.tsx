import { formatDate, type PlainDate } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { IdentifierBox } from "./identifier-box";
import { inBold, MailBand, Paragraph, SectionTitle, SmallParagraph } from "./mail-band";
import type { MailAccount, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleAccount, sampleFrame } from "./sample-frame";
import { TextLink } from "./text-link";

export interface Props extends MailFrame, MailAccount {
  identifier: string;
  /** Further accounts that the link opens, each with its own identifier. */
  others: readonly { companyName: string; customerNumber: string; identifier: string }[];
  passwordUrl: WebLink;
  /** The last day the link works, 14 days after the mail. */
  expiresOn: PlainDate;
  signInUrl: WebLink;
}

export function subject({ locale, supplier }: Props): string {
  return mailWords(locale)("activation.subject", { supplier: supplier.name });
}

/** Gives the notified person access to the account, with its first invoice (R2, FAQ 1.2 to 1.4). */
export function Mail(props: Props) {
  const { locale, companyName: company, customerNumber, identifier, passwordUrl, signInUrl } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  return (
    <MailLayout
      frame={props}
      title={t("activation.title")}
      preview={t("activation.preview")}
      why={t("footer.because", { why: t("footer.notification", { company, supplier }) })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t.rich("activation.lead", { supplier, company, b: inBold })}</Paragraph>
        <IdentifierBox
          frame={props}
          companyName={company}
          customerNumber={customerNumber}
          identifier={identifier}
        />
        {props.others.map((other) => (
          <IdentifierBox key={other.identifier} frame={props} {...other} />
        ))}
      </MailBand>
      <MailBand>
        <ActionButton frame={props} href={passwordUrl}>
          {t("activation.button")}
        </ActionButton>
        <SmallParagraph>
          {t("activation.expires", { date: formatDate(props.expiresOn, locale) })}
        </SmallParagraph>
      </MailBand>
      <MailBand>
        <SectionTitle>{t("activation.thenTitle")}</SectionTitle>
        <Paragraph>
          {t.rich("activation.then", {
            supplier,
            link: (chunks) => (
              <TextLink frame={props} href={signInUrl}>
                {chunks}
              </TextLink>
            ),
          })}
        </Paragraph>
        <SectionTitle>{t("activation.allowTitle")}</SectionTitle>
        <Paragraph>
          {t.rich("activation.allow", { sender: props.supplier.senderAddress, b: inBold })}
        </Paragraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  identifier: "camille.lorme@perce-neige.example",
  others: [],
  passwordUrl: webLink("https://portail.example/tramontane/reset/exemple"),
  expiresOn: "2026-12-07",
  signInUrl: webLink("https://portail.example/tramontane"),
};
