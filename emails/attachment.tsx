import { formatInstant } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { IdentifierBox } from "./identifier-box";
import { inBold, MailBand, Paragraph, SmallParagraph } from "./mail-band";
import type { MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleAccount, sampleFrame } from "./sample-frame";

export interface Props extends MailFrame {
  /** The user who asks. Once attached, this user can open the identifier's account. */
  asker: { identifier: string; companyName: string };
  identifier: string;
  companyName: string;
  customerNumber: string;
  /** Minutes that the link works after the provider has accepted the mail. */
  validMinutes: number;
  /** The instant when the link ends at the latest, ISO 8601 in UTC. */
  expiresBy: string;
  attachUrl: WebLink;
}

export function subject({ locale, supplier }: Props): string {
  return mailWords(locale)("attachment.subject", { supplier: supplier.name });
}

/** Asks the owner of the address of `identifier` to confirm by a link that the asker may open its account too. */
export function Mail(props: Props) {
  const { locale, timeZone, asker, attachUrl } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  return (
    <MailLayout
      frame={props}
      title={t("attachment.title")}
      preview={t("attachment.preview")}
      why={t("footer.user", { supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {t.rich("attachment.lead", {
            identifier: asker.identifier,
            company: asker.companyName,
            b: inBold,
          })}
        </Paragraph>
        <IdentifierBox
          frame={props}
          companyName={props.companyName}
          customerNumber={props.customerNumber}
          identifier={props.identifier}
        />
        <Paragraph>{t("attachment.means")}</Paragraph>
      </MailBand>
      <MailBand>
        <ActionButton frame={props} href={attachUrl}>
          {t("attachment.button")}
        </ActionButton>
        <Paragraph>{t.rich("attachment.signIn", { identifier: asker.identifier, b: inBold })}</Paragraph>
        <SmallParagraph>
          {t("attachment.expires", {
            minutes: String(props.validMinutes),
            when: formatInstant(new Date(props.expiresBy), locale, timeZone),
          })}
        </SmallParagraph>
        <SmallParagraph>{t("attachment.unexpected")}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  asker: { identifier: "compta@quatre-vents.example", companyName: "Quatre-Vents SARL" },
  identifier: "camille.lorme@perce-neige.example",
  validMinutes: 60,
  expiresBy: "2026-11-24T13:05:00.000Z",
  attachUrl: webLink("https://portail.example/profile/companies/attach/exemple"),
};
