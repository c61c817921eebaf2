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
  /** Further companies whose address changed with it. */
  others: readonly string[];
  /** The recipient of this mail. Only the mail to the new address contains that address (R21). */
  receiver:
    | { address: "former"; keepsAccess: boolean }
    | { address: "new"; preference: Preference; identifier: string | null }
    | { address: "administrator" }
    | { address: "undone" }
    | { address: "restored" };
}

const SUBJECTS = {
  former: "addressChanged.formerSubject",
  new: "addressChanged.newSubject",
  administrator: "addressChanged.administratorSubject",
  undone: "addressChanged.undoneSubject",
  restored: "addressChanged.restoredSubject",
} as const;

export function subject({ locale, supplier, receiver }: Props): string {
  const t = mailWords(locale);
  return t(SUBJECTS[receiver.address], { supplier: supplier.name });
}

/** Tells the former or the new notification address, and the other administrators, what the change means for them. */
export function Mail(props: Props) {
  const { receiver } = props;
  switch (receiver.address) {
    case "former":
      return <ToFormer {...props} keepsAccess={receiver.keepsAccess} />;
    case "new":
      return <ToNew {...props} {...receiver} />;
    case "administrator":
    case "undone":
    case "restored":
      return <ShortNotice {...props} about={receiver.address} />;
  }
}

function ShortNotice({ about, ...props }: Props & { about: "administrator" | "undone" | "restored" }) {
  const t = mailWords(props.locale);
  const { company, supplier, facts } = factsOf(props);
  return (
    <MailLayout
      frame={props}
      title={t(`addressChanged.${about}Title`)}
      preview={t("addressChanged.formerPreview", { company })}
      why={t(about === "undone" ? "addressChanged.formerWhy" : "addressChanged.administratorWhy", {
        company,
        supplier,
      })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>{t.rich(`addressChanged.${about}Lead`, facts)}</Paragraph>
        <AlsoFor {...props} />
        <Paragraph>{t("addressChanged.unexpected")}</Paragraph>
      </MailBand>
    </MailLayout>
  );
}

/** The further companies, if there are any. */
function AlsoFor({ locale, others }: Props) {
  if (others.length === 0) return null;
  return <Paragraph>{mailWords(locale)("addressChanged.also", { companies: others.join(", ") })}</Paragraph>;
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
        <AlsoFor {...props} />
        <Paragraph>{t(keepsAccess ? "addressChanged.formerKeeps" : "addressChanged.formerEnds")}</Paragraph>
        <Paragraph>{t("addressChanged.unexpected")}</Paragraph>
      </MailBand>
    </MailLayout>
  );
}

function ToNew({
  preference,
  identifier,
  ...props
}: Props & { preference: Preference; identifier: string | null }) {
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
        <AlsoFor {...props} />
        <Paragraph>
          {preference === "none"
            ? t("addressChanged.newNone")
            : t.rich("addressChanged.newPreference", {
                preference: t(`preference.${preference}`),
                b: inBold,
              })}
        </Paragraph>
        <Paragraph>
          {identifier === null
            ? t("addressChanged.newActivation")
            : t.rich("addressChanged.newKeeps", { identifier, b: inBold })}
        </Paragraph>
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
  others: [],
  changedOn: "2026-11-23",
  receiver: { address: "former", keepsAccess: false },
};
