import { formatDate, type PlainDate } from "@/lib/dates";
import type { Preference } from "@/lib/preferences";
import { inBold, MailBand, Paragraph } from "./mail-band";
import type { MailAccount, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { mailWords } from "./mail-words";
import { sampleAccount, sampleFrame } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  /** The day the change took effect. */
  changedOn: PlainDate;
  /** Which of the two addresses gets this mail. The mail to the former address does not contain the new one (R21). */
  receiver: { address: "former"; keepsAccess: boolean } | { address: "new"; preference: Preference };
}

export function subject({ locale, supplier, receiver }: Props): string {
  const t = mailWords(locale);
  return t(receiver.address === "former" ? "addressChanged.formerSubject" : "addressChanged.newSubject", {
    supplier: supplier.name,
  });
}

/** Tells the former or the new notification address what the change means for it. */
export function Mail(props: Props) {
  return props.receiver.address === "former" ? (
    <ToFormer {...props} keepsAccess={props.receiver.keepsAccess} />
  ) : (
    <ToNew {...props} preference={props.receiver.preference} />
  );
}

function ToFormer({ keepsAccess, ...props }: Props & { keepsAccess: boolean }) {
  const t = mailWords(props.locale);
  const { company, supplier, facts } = factsOf(props);
  return (
    <MailLayout
      frame={props}
      title={t("addressChanged.formerTitle")}
      preview={t("addressChanged.formerPreview", { company })}
      why={t("addressChanged.formerWhy", { company, supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t.rich("addressChanged.formerLead", facts)}</Paragraph>
        <Paragraph>{t(keepsAccess ? "addressChanged.formerKeeps" : "addressChanged.formerEnds")}</Paragraph>
        <Paragraph>{t("addressChanged.unexpected")}</Paragraph>
      </MailBand>
    </MailLayout>
  );
}

function ToNew({ preference, ...props }: Props & { preference: Preference }) {
  const t = mailWords(props.locale);
  const { company, supplier, facts } = factsOf(props);
  return (
    <MailLayout
      frame={props}
      title={t("addressChanged.newTitle")}
      preview={t("addressChanged.newPreview", { company })}
      why={t("footer.because", { why: t("footer.notification", { company, supplier }) })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t.rich("addressChanged.newLead", facts)}</Paragraph>
        <Paragraph>
          {preference === "none"
            ? t("addressChanged.newNone")
            : t.rich("addressChanged.newPreference", {
                preference: t(`preference.${preference}`),
                b: inBold,
              })}
        </Paragraph>
        <Paragraph>{t("addressChanged.newActivation")}</Paragraph>
        <Paragraph>{t("addressChanged.unexpected")}</Paragraph>
      </MailBand>
    </MailLayout>
  );
}

function factsOf({ locale, companyName: company, customerNumber: number, changedOn, supplier }: Props) {
  const date = formatDate(changedOn, locale);
  return {
    company,
    supplier: supplier.name,
    facts: { company, number, date, supplier: supplier.name, b: inBold },
  };
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  changedOn: "2026-11-23",
  receiver: { address: "former", keepsAccess: false },
};
