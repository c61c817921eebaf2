import { formatInstant } from "@/lib/dates";
import { type Fact, FactsTable } from "./facts-table";
import { inBold, MailBand, Paragraph } from "./mail-band";
import type { MailAccount, MailFrame, Preference } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { mailWords } from "./mail-words";
import { sampleAccount, sampleFrame } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  /** An instant, ISO 8601 in UTC. */
  askedAt: string;
  /** What the adviser agreed to; the new address itself is told to nobody but the new address (R21). */
  accepted: { isAddress: boolean; preference: Preference | null };
  effective: "now" | "next_invoice";
}

export function subject({ locale, supplier }: Props): string {
  return mailWords(locale)("request.acceptedSubject", { supplier: supplier.name });
}

/** Tells who asked what was agreed to, and from when. */
export function Mail(props: Props) {
  const { locale, accepted, companyName: company } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  const facts: Fact[] = [];
  if (accepted.isAddress) facts.push({ label: t("request.address"), value: t("request.acceptedAddress") });
  if (accepted.preference !== null) {
    facts.push({ label: t("request.preference"), value: t(`preference.${accepted.preference}`) });
  }
  return (
    <MailLayout
      frame={props}
      title={t("request.acceptedTitle")}
      preview={t("request.acceptedPreview", { company })}
      why={t("footer.user", { supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {t.rich("request.acceptedLead", {
            supplier,
            company,
            number: props.customerNumber,
            when: formatInstant(new Date(props.askedAt), locale, props.timeZone),
            b: inBold,
          })}
        </Paragraph>
        <FactsTable facts={facts} totals={[]} />
      </MailBand>
      <MailBand>
        <Paragraph>{t(props.effective === "now" ? "request.acceptedNow" : "request.acceptedNext")}</Paragraph>
        {accepted.isAddress && <Paragraph>{t("request.acceptedTold")}</Paragraph>}
        <Paragraph>{t("request.notYou")}</Paragraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  askedAt: "2026-11-23T13:20:00.000Z",
  accepted: { isAddress: true, preference: "digest" },
  effective: "next_invoice",
};
