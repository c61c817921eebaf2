import { ActionButton } from "./action-button";
import { MailBand, Paragraph } from "./mail-band";
import type { MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleFrame } from "./sample-frame";

export interface Props extends MailFrame {
  /** The domain that is not verified any more, and the address from which mails leave now. */
  domain: string;
  sendsFrom: string;
  settingsUrl: WebLink;
}

export function subject({ locale, domain }: Props): string {
  return mailWords(locale)("domainLost.subject", { domain });
}

/** Tells a manager that mails leave from the installation's address, why, and what to do. */
export function Mail(props: Props) {
  const { locale, domain, sendsFrom, settingsUrl, supplier } = props;
  const t = mailWords(locale);
  return (
    <MailLayout
      frame={props}
      title={t("domainLost.title")}
      preview={t("domainLost.preview")}
      why={t("footer.user", { supplier: supplier.name })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t("domainLost.what", { domain, address: sendsFrom })}</Paragraph>
        <Paragraph>{t("domainLost.todo")}</Paragraph>
        <ActionButton frame={props} href={settingsUrl}>
          {t("domainLost.button")}
        </ActionButton>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  contact: null,
  domain: "lease.example",
  sendsFrom: "no-reply@portail.example",
  settingsUrl: webLink("https://portail.example/console/settings/mails"),
};
