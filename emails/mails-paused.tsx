import { formatInstant } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { MailBand, Paragraph } from "./mail-band";
import type { MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleFrame } from "./sample-frame";

export interface Props extends MailFrame {
  cause: "bounces" | "complaints";
  /** The mails sent in these last hours. */
  sent: number;
  hours: number;
  /** The share of them that came back or was complained of, and the provider's limit, both in per cent. */
  percent: number;
  limit: number;
  /** An instant, ISO 8601 in UTC. */
  pausedAt: string;
  deskUrl: WebLink;
}

export function subject({ locale, supplier }: Props): string {
  return mailWords(locale)("paused.subject", { supplier: supplier.name });
}

/** Tells a manager that the supplier's mails are paused, why, and what to do. */
export function Mail(props: Props) {
  const { locale, cause, sent, pausedAt, timeZone, deskUrl } = props;
  const t = mailWords(locale);
  const inPercent = (number: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(number / 100);
  const when = formatInstant(new Date(pausedAt), locale, timeZone);
  return (
    <MailLayout
      frame={props}
      title={t("paused.title")}
      preview={t("paused.preview")}
      why={t("footer.user", { supplier: props.supplier.name })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {t(`paused.${cause}`, {
            ...{ rate: inPercent(props.percent), limit: inPercent(props.limit) },
            ...{ count: sent, hours: props.hours, when },
          })}
        </Paragraph>
        <Paragraph>{t("paused.what")}</Paragraph>
      </MailBand>
      <MailBand>
        <Paragraph>{t("paused.todo")}</Paragraph>
        <ActionButton frame={props} href={deskUrl}>
          {t("paused.button")}
        </ActionButton>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  contact: null,
  cause: "bounces",
  sent: 212,
  hours: 24,
  percent: 7.08,
  limit: 4,
  pausedAt: "2026-11-23T13:12:00.000Z",
  deskUrl: webLink("https://portail.example/console/deliveries"),
};
