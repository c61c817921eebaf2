import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OpenedAccount } from "@/lib/accounts/one/open-account";
import { formatDate, formatInstant } from "@/lib/dates";
import { formatSiren } from "@/lib/written-identifiers";

interface AccountFactsProps {
  account: OpenedAccount;
  accountPath: string;
  timeZone: string;
}

interface Line {
  term: string;
  value: ReactNode;
  detail?: ReactNode;
  /** The action that changes the value, and the label of its link. */
  change?: { open: string; label: string };
}

/** The facts of an account: the company, how it receives invoices, and the notification address. */
export async function AccountFacts({ account, accountPath, timeZone }: AccountFactsProps) {
  const [locale, t, preference] = await Promise.all([
    getLocale(),
    getTranslations("console.account"),
    getTranslations("notifications.preferences"),
  ]);
  const { siren, siret, routingCode, electronicAddress, checkedOn, email, pendingEmail, pendingSince } =
    account;
  const { addressState, addressStateAt } = account;
  const none = <span className="text-ink-2">{t("notRecorded")}</span>;
  const reception = [
    siret && t("siret", { siret: formatSiren(siret) }),
    routingCode && t("routingCode", { code: routingCode }),
    checkedOn && t("checkedOn", { date: formatDate(checkedOn, locale) }),
  ].filter((part) => typeof part === "string" && part !== "");
  const lines: Line[] = [
    {
      term: t("company"),
      value: account.companyName,
      detail: siren && t("siren", { siren: formatSiren(siren) }),
      change: { open: "identity", label: t("modify") },
    },
    {
      term: t("reception"),
      value: electronicAddress ? <span className="font-mono">{electronicAddress}</span> : none,
      detail: reception.join(", "),
      change: { open: "identity", label: t("modify") },
    },
    {
      term: t("notification"),
      value: email ? <bdi>{email}</bdi> : t("noAddress"),
      detail: (
        <>
          {t("notificationHow", { preference: preference(account.preference), channel: account.channel })}
          {addressState && (
            <span className="block text-warn">
              {t("addressStopped", {
                state: addressState,
                since: addressStateAt ? formatInstant(addressStateAt, locale, timeZone) : "",
              })}
            </span>
          )}
        </>
      ),
      change: { open: "address", label: t("change") },
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
      {lines.map(({ term, value, detail, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {detail && <small>{detail}</small>}
          </dd>
          {change && account.state !== "closed" && (
            <dd>
              <a className="tap-link" href={`${accountPath}?open=${change.open}#${change.open}`}>
                {change.label}
                <span className="sr-only"> {term}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
