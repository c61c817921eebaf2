import { formatInstant } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { MailBand, Paragraph, SmallParagraph } from "./mail-band";
import type { MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { formatCount, mailWords } from "./mail-words";
import { sampleFrame } from "./sample-frame";

export interface Props extends MailFrame {
  /** The files refused since the last such mail that are not settled yet. */
  count: number;
  /** When the first of them was refused, ISO 8601 in UTC. */
  firstAt: string;
  depositsUrl: WebLink;
}

export function subject({ locale, supplier, count }: Props): string {
  return mailWords(locale)("refusedFiles.subject", {
    ...{ count, counted: formatCount(count, locale) },
    supplier: supplier.name,
  });
}

/** Tells a manager how many files were refused, and where they are corrected. */
export function Mail(props: Props) {
  const { locale, timeZone, count, firstAt, depositsUrl } = props;
  const t = mailWords(locale);
  const when = formatInstant(new Date(firstAt), locale, timeZone);
  return (
    <MailLayout
      frame={props}
      title={t("refusedFiles.title")}
      preview={t("refusedFiles.preview")}
      why={t("footer.user", { supplier: props.supplier.name })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t("refusedFiles.lead", { count, counted: formatCount(count, locale), when })}</Paragraph>
      </MailBand>
      <MailBand>
        <ActionButton frame={props} href={depositsUrl}>
          {t("refusedFiles.button")}
        </ActionButton>
        <SmallParagraph>{t("refusedFiles.rhythm")}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  contact: null,
  count: 3,
  firstAt: "2026-11-23T08:15:00.000Z",
  depositsUrl: webLink("https://portail.example/console/deposits"),
};
