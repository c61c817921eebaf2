import type { ReactNode } from "react";
import { formatDate, type PlainDate } from "@/lib/dates";
import type { StaffRole } from "@/lib/roles";
import { ActionButton } from "./action-button";
import { IdentifierBox } from "./identifier-box";
import { inBold, MailBand, Paragraph, SmallParagraph } from "./mail-band";
import type { MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleAccount, sampleFrame } from "./sample-frame";
import { TextLink } from "./text-link";

export interface Props extends MailFrame {
  companyName: string;
  /** The administrator or manager who gives access, by name or identifier. */
  inviterName: string;
  /** The role in the console; null for a user of a customer. */
  role: StaffRole | null;
  identifier: string;
  passwordUrl: WebLink;
  expiresOn: PlainDate;
  signInUrl: WebLink;
}

export function subject({ locale, supplier, companyName: company, role }: Props): string {
  if (role !== null) return mailWords(locale)("invitation.staff.subject", { supplier: supplier.name });
  return mailWords(locale)("invitation.subject", { supplier: supplier.name, company });
}

/** Gives a colleague access without a password that the administrator must pass on (R23), or access to the console. */
export function Mail(props: Props) {
  const {
    locale,
    companyName: company,
    inviterName: inviter,
    identifier,
    passwordUrl,
    signInUrl,
    role,
  } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  const date = formatDate(props.expiresOn, locale);
  const toSignIn = {
    supplier,
    link: (chunks: ReactNode) => (
      <TextLink frame={props} href={signInUrl}>
        {chunks}
      </TextLink>
    ),
  };
  return (
    <MailLayout
      frame={props}
      title={role ? t("invitation.staff.title", { supplier }) : t("invitation.title", { supplier })}
      preview={t("invitation.preview")}
      why={role ? t("invitation.staff.why", { supplier }) : t("invitation.why", { company, supplier })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {role
            ? t.rich("invitation.staff.lead", { inviter, supplier, role, b: inBold })
            : t.rich("invitation.lead", { inviter, supplier, company, b: inBold })}
        </Paragraph>
        <IdentifierBox frame={props} companyName={company} customerNumber={null} identifier={identifier} />
      </MailBand>
      <MailBand>
        <ActionButton frame={props} href={passwordUrl}>
          {t("activation.button")}
        </ActionButton>
        <SmallParagraph>
          {role ? t("invitation.staff.expires", { date }) : t("invitation.expires", { date })}
        </SmallParagraph>
        <Paragraph>
          {role ? t.rich("invitation.staff.then", toSignIn) : t.rich("invitation.then", toSignIn)}
        </Paragraph>
        <SmallParagraph>{t("invitation.unknown", { supplier })}</SmallParagraph>
      </MailBand>
    </MailLayout>
  );
}

export const PreviewProps: Props = {
  ...sampleFrame,
  companyName: sampleAccount.companyName,
  inviterName: "Camille Lorme",
  role: null,
  identifier: "noe.vasseur@perce-neige.example",
  passwordUrl: webLink("https://portail.example/tramontane/reset/exemple"),
  expiresOn: "2026-11-30",
  signInUrl: webLink("https://portail.example/tramontane"),
};
