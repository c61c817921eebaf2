import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OpenedAccount } from "@/lib/accounts/one/open-account";
import { formatDate, formatInstant } from "@/lib/dates";

interface AccountFactsProps {
  account: OpenedAccount;
  timeZone: string;
}

interface Line {
  term: string;
  value: ReactNode;
  detail?: ReactNode;
}

/** Who the customer is, how it receives invoices and who is notified. */
export async function AccountFacts({ account, timeZone }: AccountFactsProps) {
  const [locale, t, preference] = await Promise.all([
    getLocale(),
    getTranslations("console.account"),
    getTranslations("notifications.preferences"),
  ]);
  const { siren, siret, routingCode, electronicAddress, checkedOn, email, pendingEmail, pendingSince } =
    account;
  const none = <span className="text-ink-2">{t("notRecorded")}</span>;
  const reception = [
    siret && t("siret", { siret }),
    routingCode && t("routingCode", { code: routingCode }),
    checkedOn && t("checkedOn", { date: formatDate(checkedOn, locale) }),
  ].filter((part) => typeof part === "string" && part !== "");
  const lines: Line[] = [
    { term: t("company"), value: account.companyName, detail: siren && t("siren", { siren }) },
    {
      term: t("reception"),
      value: electronicAddress ? <span className="font-mono">{electronicAddress}</span> : none,
      detail: reception.join(", "),
    },
    {
      term: t("notification"),
      value: email ? <bdi>{email}</bdi> : t("noAddress"),
      detail: t("notificationHow", { preference: preference(account.preference), channel: account.channel }),
    },
    {
      term: t("planned"),
      value: pendingEmail ? (
        t("plannedAddress", {
          address: pendingEmail,
          at: pendingSince ? formatInstant(pendingSince, locale, timeZone) : "",
        })
      ) : (
        <span className="text-ink-2">{t("nothingPlanned")}</span>
      ),
    },
  ];
  return (
    <dl className="account-facts">
      {lines.map(({ term, value, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {detail && <small>{detail}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
