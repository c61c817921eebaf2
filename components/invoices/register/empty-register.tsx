import { getLocale, getTranslations } from "next-intl/server";
import { issuedBetween } from "@/components/invoices/filters/issued-between";
import { NoMatch, type NoMatchProps } from "@/components/invoices/register/no-match";
import type { ChosenPeriod } from "@/components/invoices/register/period-veil";
import { Actions } from "@/components/ui/actions";
import type { Count } from "@/components/ui/amount";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate } from "@/lib/dates";

/** Why there is nothing to list. */
export type RegisterVacancy =
  | { kind: "none_yet"; openedOn: string | null; notifiedAddress: string | null }
  | {
      kind: "none_in_period";
      months: number;
      hidden: Count;
      latestIssuedOn: string | null;
      showHiddenHref: string;
    }
  | ChosenPeriod
  | ({ kind: "no_match" } & NoMatchProps)
  | { kind: "end_of_list"; firstPageHref: string };

/** Where older invoices are: before its start date the supplier used another portal. */
export interface FormerPortal {
  startsOn: string;
  name: string | null;
  url: string | null;
}

interface EmptyRegisterProps {
  vacancy: RegisterVacancy;
  supplierName: string;
}

export async function EmptyRegister({ vacancy, supplierName }: EmptyRegisterProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register.empty")]);
  const bold = { b: (words: React.ReactNode) => <b>{words}</b> };
  switch (vacancy.kind) {
    case "none_yet":
      return (
        <EmptyState title={t("noneYetTitle")}>
          <p className="text-ink-2">
            {vacancy.openedOn !== null && `${t("opened", { date: formatDate(vacancy.openedOn, locale) })} `}
            {t("first", { supplier: supplierName })}{" "}
            {vacancy.notifiedAddress !== null &&
              t.rich("mailed", { ...bold, address: vacancy.notifiedAddress })}
          </p>
        </EmptyState>
      );
    case "none_in_period":
      return (
        <EmptyState title={t("noneInPeriodTitle", { months: vacancy.months })}>
          <p className="text-ink-2">
            {t.rich("hidden", {
              ...bold,
              ...countArguments(vacancy.hidden),
              date: vacancy.latestIssuedOn === null ? "none" : formatDate(vacancy.latestIssuedOn, locale),
            })}
          </p>
          <Actions>
            <LinkButton kind="main" href={vacancy.showHiddenHref}>
              {t("showHidden", countArguments(vacancy.hidden))}
            </LinkButton>
          </Actions>
        </EmptyState>
      );
    case "no_match":
      return <NoMatch {...vacancy} />;
    case "chosen":
      return (
        <EmptyState title={t("noneChosenTitle", issuedBetween(vacancy, locale))}>
          <p className="text-ink-2">{t("noneChosen")}</p>
          <Actions>
            <LinkButton kind="main" href={vacancy.backHref}>
              {t("back", { months: vacancy.months })}
            </LinkButton>
          </Actions>
        </EmptyState>
      );
    case "end_of_list":
      return (
        <EmptyState title={t("endTitle")}>
          <p className="text-ink-2">{t("end")}</p>
          <Actions>
            <LinkButton href={vacancy.firstPageHref}>{t("firstPage")}</LinkButton>
          </Actions>
        </EmptyState>
      );
  }
}

/** « Émises avant le 02/12/2022, elles sont dans l'ancien portail E-Fact. » */
export async function FormerPortalHint({ formerPortal }: { formerPortal: FormerPortal }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register.former")]);
  const date = formatDate(formerPortal.startsOn, locale);
  const name = formerPortal.name ?? t("unnamed");
  const { url } = formerPortal;
  return (
    <p className="mt-6 text-2 text-ink-2">
      {t.rich("hint", {
        date,
        name,
        link: (words) =>
          url === null ? (
            words
          ) : (
            <a className="whitespace-nowrap" href={url}>
              {words}
            </a>
          ),
      })}
    </p>
  );
}
