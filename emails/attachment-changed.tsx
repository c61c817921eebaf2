import { formatInstant } from "@/lib/dates";
import { ActionButton } from "./action-button";
import { FactsTable } from "./facts-table";
import { MailBand, Paragraph } from "./mail-band";
import type { MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleAccount, sampleFrame } from "./sample-frame";

export interface Props extends MailFrame {
  change: "attached" | "detached";
  companyName: string;
  /** The reader's own identifier. */
  identifier: string;
  /** The identifiers at the other side; empty when they are not named in this mail. */
  others: readonly string[];
  /** An instant, ISO 8601 in UTC. */
  changedAt: string;
  recoverUrl: WebLink;
}

export function subject({ locale, change, supplier }: Props): string {
  return mailWords(locale)(`attachmentChanged.${change}.subject`, { supplier: supplier.name });
}

/** Tells the owner of an identifier that another one was attached to it, or detached from it. */
export function Mail(props: Props) {
  const { locale, timeZone, change, others, recoverUrl } = props;
  const t = mailWords(locale);
  return (
    <MailLayout
      frame={props}
      title={t(`attachmentChanged.${change}.title`)}
      preview={t("attachmentChanged.preview")}
      why={t("footer.user", { supplier: props.supplier.name })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t(`attachmentChanged.${change}.lead`)}</Paragraph>
        <FactsTable
          facts={[
            { label: props.companyName, value: props.identifier },
            ...(others.length > 0
              ? [{ label: t("attachmentChanged.others"), value: others.join(", ") }]
              : []),
            {
              label: t("attachmentChanged.when"),
              value: formatInstant(new Date(props.changedAt), locale, timeZone),
            },
          ]}
          totals={[]}
        />
      </MailBand>
      <MailBand>
        <Paragraph>{t("accessChanged.fine")}</Paragraph>
        <Paragraph>{t(`attachmentChanged.${change}.notYou`)}</Paragraph>
        <ActionButton frame={props} href={recoverUrl}>
          {t("passwordChanged.button")}
        </ActionButton>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  change: "attached",
  companyName: sampleAccount.companyName,
  identifier: "camille.lorme@perce-neige.example",
  others: ["compta@quatre-vents.example"],
  changedAt: "2026-11-23T13:12:00.000Z",
  recoverUrl: webLink("https://portail.example/tramontane/recover"),
};
