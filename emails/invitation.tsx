import { formatDate, type PlainDate } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { IdentifierBox } from "./identifier-box";
import { inBold, MailBand, Paragraph, SmallParagraph } from "./mail-band";
import type { MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleAccount, sampleFrame } from "./sample-frame";
import { TextLink } from "./text-link";

export interface Props extends MailFrame {
  companyName: string;
  /** The administrator who gives access, by name or identifier. */
  inviterName: string;
  identifier: string;
  passwordUrl: WebLink;
  expiresOn: PlainDate;
  signInUrl: WebLink;
}

export function subject({ locale, supplier, companyName: company }: Props): string {
  return mailWords(locale)("invitation.subject", { supplier: supplier.name, company });
}

/** Gives a colleague access without a password that the administrator must pass on (R23). */
export function Mail(props: Props) {
  const { locale, companyName: company, inviterName: inviter, identifier, passwordUrl, signInUrl } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  return (
    <MailLayout
      frame={props}
      title={t("invitation.title", { supplier })}
      preview={t("invitation.preview")}
      why={t("invitation.why", { company, supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t.rich("invitation.lead", { inviter, supplier, company, b: inBold })}</Paragraph>
        <IdentifierBox frame={props} companyName={company} customerNumber={null} identifier={identifier} />
      </MailBand>
      <MailBand>
        <ActionButton frame={props} href={passwordUrl}>
          {t("activation.button")}
        </ActionButton>
        <SmallParagraph>
          {t("invitation.expires", { date: formatDate(props.expiresOn, locale) })}
        </SmallParagraph>
        <Paragraph>
          {t.rich("invitation.then", {
            supplier,
            link: (chunks) => (
              <TextLink frame={props} href={signInUrl}>
                {chunks}
              </TextLink>
            ),
          })}
        </Paragraph>
        <SmallParagraph>{t("invitation.unknown", { supplier })}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  companyName: sampleAccount.companyName,
  inviterName: "Camille Lorme",
  identifier: "noe.vasseur@perce-neige.example",
  passwordUrl: webLink("https://portail.example/tramontane/reset/exemple"),
  expiresOn: "2026-11-30",
  signInUrl: webLink("https://portail.example/tramontane"),
};
