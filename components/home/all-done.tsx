import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { Facts } from "@/components/ui/facts";
import { Icon } from "@/components/ui/icon";
import { formatDate, formatInstant } from "@/lib/dates";
import type { Home } from "@/lib/tasks/open-home";

/** « Tout est pris »: « Rien ne manque » only where the supplier announced what should be here. */
export async function AllDone({
  home,
  supplier,
}: {
  home: Home;
  supplier: { name: string; timeZone: string };
}) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("home.done")]);
  const { here, isCertain, lastDepositAt, lastTakenAt, next } = home;
  const at = (instant: Date) => formatInstant(instant, locale, supplier.timeZone);
  return (
    <section className="all-done">
      <Icon name="check" />
      <div>
        <h2>{here.value === 0 ? t("nothingYet") : t("title")}</h2>
        <p className="mt-2 text-ink-2">
          {here.value === 0
            ? t("empty")
            : isCertain
              ? t("certain", { supplier: supplier.name, ...countArguments(here) })
              : t("taken", countArguments(here))}
        </p>
        <Facts
          className="mt-4"
          facts={[
            { term: t("lastDeposit"), value: lastDepositAt && at(lastDepositAt) },
            { term: t("lastTaken"), value: lastTakenAt && at(lastTakenAt) },
            {
              term: t("next"),
              value: next && t("nextUntil", { number: next.number, date: formatDate(next.until, locale) }),
            },
          ]}
        />
        <p className="mt-6 flex flex-wrap gap-3">
          <LinkButton href="/invoices">{t("seeInvoices")}</LinkButton>
          <LinkButton href="/invoices/archive">{t("seeArchive")}</LinkButton>
        </p>
      </div>
    </section>
  );
}
