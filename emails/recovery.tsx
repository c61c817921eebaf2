import { formatInstant } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { MailBand, Paragraph, SmallParagraph } from "./mail-band";
import type { MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleFrame } from "./sample-frame";
import { TextLink } from "./text-link";

export interface Props extends MailFrame {
  /** This and `expiresBy` are ISO 8601 in UTC. */
  requestedAt: string;
  /** Minutes that the link works after the provider has accepted the mail; `expiresBy` is the latest end (R6). */
  validMinutes: number;
  expiresBy: string;
  passwordUrl: WebLink;
}

export function subject({ locale, supplier }: Props): string {
  return mailWords(locale)("recovery.subject", { supplier: supplier.name });
}

/** Lets the user choose a new password, by a button and by a link worded as in the FAQ (R6, FAQ 1.4). */
export function Mail(props: Props) {
  const { locale, timeZone, passwordUrl } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  const at = (instant: string) => formatInstant(new Date(instant), locale, timeZone);
  return (
    <MailLayout
      frame={props}
      title={t("recovery.title")}
      preview={t("recovery.preview")}
      why={t("footer.user", { supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t("recovery.lead", { supplier, when: at(props.requestedAt) })}</Paragraph>
      </MailBand>
      <MailBand>
        <ActionButton frame={props} href={passwordUrl}>
          {t("recovery.button")}
        </ActionButton>
        <Paragraph>
          {t.rich("recovery.orLink", {
            link: () => (
              <TextLink frame={props} href={passwordUrl}>
                {t("recovery.link")}
              </TextLink>
            ),
          })}
        </Paragraph>
        <SmallParagraph>
          {t("recovery.expires", { minutes: String(props.validMinutes), when: at(props.expiresBy) })}
        </SmallParagraph>
        <SmallParagraph>{t("recovery.notYou")}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  requestedAt: "2026-11-23T13:05:00.000Z",
  validMinutes: 60,
  expiresBy: "2026-11-24T13:05:00.000Z",
  passwordUrl: webLink("https://portail.example/tramontane/reset/exemple"),
};
