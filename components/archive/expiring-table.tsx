import { getLocale, getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/archive/figures-table";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/dates";
import type { ExpiringInvoices } from "@/lib/retention/open-expiring-invoices";

/** The invoices to be removed within 7, 30 and 90 days, with one download per window; those never taken first. */
export async function ExpiringTable({ expiring }: { expiring: ExpiringInvoices }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.expiring")]);
  return (
    <div className="mb-8">
      <Section title={t("title")}>
        <p className="mb-3 text-2 text-ink-2">
          {t("lead", { first: formatDate(expiring.first, locale) })}
          {expiring.isCapped && ` ${t("capped")}`}
        </p>
        <FiguresTable
          caption={t("title")}
          columns={[
            { name: t("within"), className: "row-name" },
            { name: t("neverTaken") },
            { name: t("all") },
            { name: t("take"), className: "row-action" },
          ]}
        >
          {expiring.windows
            .filter(({ count }) => count > 0)
            .map((window) => (
              <tr role="row" key={window.days}>
                <th role="rowheader" scope="row" className="row-name">
                  {t("days", { days: window.days })}
                  <small>{t("until", { date: formatDate(window.until, locale) })}</small>
                </th>
                <td
                  role="cell"
                  data-label={t("neverTaken")}
                  className={window.neverTaken > 0 ? "font-bold text-warn" : undefined}
                >
                  {t("count", { count: window.neverTaken })}
                </td>
                <td role="cell" data-label={t("all")}>
                  {t("count", { count: window.count })}
                </td>
                <td role="cell">
                  <a
                    className="tap-link gap-[0.4em]"
                    href={window.neverTaken > 0 ? window.neverTakenHref : window.downloadHref}
                  >
                    <Icon name="download" />
                    {window.neverTaken > 0
                      ? t("takeNeverTaken", { count: window.neverTaken })
                      : t("takeAll", { count: window.count })}
                    <span className="sr-only"> {t("days", { days: window.days })}</span>
                  </a>
                </td>
              </tr>
            ))}
        </FiguresTable>
      </Section>
    </div>
  );
}
