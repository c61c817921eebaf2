import { type AnyAccessChange, isFactorChange, isStaffChange } from "@/lib/access-changes";
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
  companyName: string;
  change: AnyAccessChange;
  /** Whether the reader's own access changed. */
  isYours: boolean;
  /** The identifier whose access changed; null when it is not named in this mail. */
  identifier: string | null;
  /** The administrator or manager who changed it; null when not named. */
  by: { name: string; identifier: string } | null;
  /** An instant, ISO 8601 in UTC. */
  changedAt: string;
  recoverUrl: WebLink;
}

function titleOf({ locale, change, isYours }: Props): string {
  const t = mailWords(locale);
  if (isFactorChange(change)) return t(`accessChanged.factor.${change}`);
  if (isStaffChange(change)) return t(`accessChanged.staff.${isYours ? "yours" : "others"}.${change}`);
  return t(`accessChanged.${isYours ? "yours" : "others"}.${change}`);
}

export function subject(props: Props): string {
  return mailWords(props.locale)("accessChanged.subject", {
    what: titleOf(props),
    supplier: props.supplier.name,
  });
}

/**
 * Tells the users of the account, at the addresses known before the change, that somebody's access to the account
 * changed.
 */
export function Mail(props: Props) {
  const { locale, timeZone, isYours, identifier, by, recoverUrl } = props;
  const t = mailWords(locale);
  // A password cannot be recovered with the former address, or for a deactivated access.
  const cannotRecover =
    isYours && (props.change === "address_changed" || props.change === "staff_deactivated");
  const facts = [
    { label: t("accessChanged.company"), value: props.companyName },
    { label: t("accessChanged.identifier"), value: identifier },
    { label: t("accessChanged.by"), value: by && namedWith(by) },
    { label: t("accessChanged.when"), value: formatInstant(new Date(props.changedAt), locale, timeZone) },
  ];
  return (
    <MailLayout
      frame={props}
      title={titleOf(props)}
      preview={t("accessChanged.preview")}
      why={t("footer.user", { supplier: props.supplier.name })}
    >
      <MailBand>
        <Paragraph>{t("hello")}</Paragraph>
        <Paragraph>
          {isStaffChange(props.change) ? t("accessChanged.staff.lead") : t("accessChanged.lead")}
        </Paragraph>
        <FactsTable facts={facts.filter(({ value }) => value !== null)} totals={[]} />
      </MailBand>
      <MailBand>
        <Paragraph>{t("accessChanged.fine")}</Paragraph>
        <Paragraph>{t(`accessChanged.notYou.${adviceOf(props)}`)}</Paragraph>
        {!cannotRecover && (
          <ActionButton frame={props} href={recoverUrl}>
            {t("passwordChanged.button")}
          </ActionButton>
        )}
      </MailBand>
    </MailLayout>
  );
}

function adviceOf({ change, isYours }: Props) {
  if (isFactorChange(change)) return "factor";
  if (isStaffChange(change)) {
    if (!isYours) return "staff";
    return change === "staff_deactivated" ? "deactivated" : "factor";
  }
  if (!isYours) return "others";
  return change === "address_changed" ? "address" : "yours";
}

/** An administrator without a name has only an identifier. */
const namedWith = ({ name, identifier }: { name: string; identifier: string }) =>
  name === "" || name === identifier ? identifier : `${name} (${identifier})`;

export const PreviewProps: Props = {
  ...sampleFrame,
  companyName: sampleAccount.companyName,
  change: "user_added",
  isYours: false,
  identifier: "lila.montferrand",
  by: { name: "Camille Lorme", identifier: "camille.lorme@perce-neige.example" },
  changedAt: "2026-11-23T13:12:00.000Z",
  recoverUrl: webLink("https://portail.example/tramontane/recover"),
};
