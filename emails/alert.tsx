import {
  type AlertChange,
  type AlertSubject,
  calledPath,
  LONGEST_WAIT_MINUTES,
} from "@/lib/alert-conditions";
import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import { ActionButton } from "./action-button";
import { FactsTable } from "./facts-table";
import { MailBand, Paragraph } from "./mail-band";
import type { MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleFrame } from "./sample-frame";

export interface Props extends MailFrame {
  about: AlertSubject;
  change: AlertChange;
  /** Instants, ISO 8601 in UTC. */
  beganAt: string;
  openedAt: string;
  closedAt: string | null;
  healthUrl: WebLink;
}

/** What happens, or what is well again, in a few words without a capital letter. */
export function alertTitle(about: AlertSubject, change: AlertChange, locale: Locale): string {
  const t = mailWords(locale);
  const { condition, job, supplierName } = about;
  return t(`alert.${change}.${condition}`, {
    job: job ? t(`alert.jobs.${job}`) : "",
    minutes: LONGEST_WAIT_MINUTES,
    supplier: supplierName === null ? "" : supplierName,
  });
}

export function subject({ locale, about, change }: Props): string {
  return mailWords(locale)(`alert.subject.${change}`, { what: alertTitle(about, change, locale) });
}

/** Tells an operator that a condition of the installation begins, with what to do, or that it is over. */
export function Mail(props: Props) {
  const { locale, timeZone, about, change, beganAt, openedAt, closedAt } = props;
  const t = mailWords(locale);
  const when = (instant: string) => formatInstant(new Date(instant), locale, timeZone);
  const facts = [
    { label: t("alert.since"), value: when(beganAt) },
    ...(closedAt ? [{ label: t("alert.until"), value: when(closedAt) }] : []),
  ];
  return (
    <MailLayout
      frame={props}
      title={subject(props)}
      preview={t(`alert.preview.${change}`)}
      why={t("alert.why")}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {change === "opened"
            ? t(`alert.remedy.${about.condition}`, { path: calledPath(about) })
            : t("alert.over", { when: when(openedAt) })}
        </Paragraph>
        <FactsTable facts={facts} totals={[]} />
      </MailBand>
      <MailBand>
        <ActionButton frame={props} href={props.healthUrl}>
          {t("alert.button")}
        </ActionButton>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  contact: null,
  about: { condition: "job_late", job: "digest", supplierName: null },
  change: "opened",
  beganAt: "2026-11-23T08:15:00.000Z",
  openedAt: "2026-11-23T08:15:00.000Z",
  closedAt: null,
  healthUrl: webLink("https://portail.example/console/health"),
};
