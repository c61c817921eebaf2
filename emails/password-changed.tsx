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
  /** The accounts whose password changed: several if one password was chosen for all (R7). */
  accounts: readonly { companyName: string; identifier: string }[];
  /** An instant, ISO 8601 in UTC. */
  changedAt: string;
  recoverUrl: WebLink;
}

export function subject({ locale, supplier }: Props): string {
  return mailWords(locale)("passwordChanged.subject", { supplier: supplier.name });
}

/** Lets the owner of an identifier notice a change they did not make. */
export function Mail(props: Props) {
  const { locale, accounts, changedAt, timeZone, recoverUrl } = props;
  const t = mailWords(locale);
  const when = formatInstant(new Date(changedAt), locale, timeZone);
  return (
    <MailLayout
      frame={props}
      title={t("passwordChanged.title")}
      preview={t("passwordChanged.preview")}
      why={t("footer.user", { supplier: props.supplier.name })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t("passwordChanged.lead", { count: accounts.length, when })}</Paragraph>
        <FactsTable
          facts={accounts.map(({ companyName, identifier }) => ({ label: companyName, value: identifier }))}
          totals={[]}
        />
      </MailBand>
      <MailBand>
        <Paragraph>{t("passwordChanged.fine")}</Paragraph>
        <Paragraph>{t("passwordChanged.notYou")}</Paragraph>
        <ActionButton frame={props} href={recoverUrl}>
          {t("passwordChanged.button")}
        </ActionButton>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  accounts: [{ companyName: sampleAccount.companyName, identifier: "camille.lorme@perce-neige.example" }],
  changedAt: "2026-11-23T13:12:00.000Z",
  recoverUrl: webLink("https://portail.example/tramontane/recover"),
};
