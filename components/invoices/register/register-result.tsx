import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FilterChips } from "@/components/invoices/filters/filter-chips";
import { DownloadedCount } from "@/components/invoices/register/downloaded-count";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import { formatInstant } from "@/lib/dates";
import { formatFileSize } from "@/lib/file-size";
import type { ListResult } from "@/lib/invoices/register/list-result";

interface RegisterResultProps {
  result: ListResult;
  /** The form that saves the search, and the saved searches. */
  savedFilters: ReactNode;
}

/** « 312 factures correspondantes dont 6 avoirs »: the count of the list, its filters and its downloads. */
export async function RegisterResult({ result, savedFilters }: RegisterResultProps) {
  const { count, creditNotes, newSinceVisit, downloads } = result;
  const areCreditNotes = creditNotes === count.value;
  const [locale, t, accounting] = await Promise.all([
    getLocale(),
    getTranslations("register.result"),
    getTranslations("accounting"),
  ]);
  return (
    <section className="result bleed">
      <div>
        {count.value > 0 && (
          <h2>{t(areCreditNotes ? "matchingCreditNotes" : "matching", countArguments(count))}</h2>
        )}{" "}
        {creditNotes !== null && creditNotes > 0 && !areCreditNotes && (
          <span className="text-2 whitespace-nowrap text-ink-2">
            {t("creditNotes", { count: creditNotes })}
          </span>
        )}
        {newSinceVisit && (
          <p className="mt-1 text-2 text-ink-2">
            {t("newSinceVisit", {
              count: newSinceVisit.count,
              date: formatInstant(newSinceVisit.lastVisitAt, locale, newSinceVisit.timeZone),
            })}
          </p>
        )}
        <FilterChips chips={result.chips} clearHref={result.clearHref} />
        {savedFilters}
      </div>
      <div>
        {downloads && (
          <>
            <Actions>
              <LinkButton kind="main" href={downloads.zipHref}>
                <Icon name="download" />
                {t(areCreditNotes ? "takeCreditNotes" : "take", countArguments(count))}
              </LinkButton>
              {downloads.remaining && (
                <LinkButton href={downloads.remaining.href}>
                  {downloads.remaining.count === null
                    ? t("takeRemaining")
                    : t("takeRemainingCounted", { count: downloads.remaining.count })}
                </LinkButton>
              )}
            </Actions>
            <p className="mt-1 text-1 text-ink-2">
              {downloads.size === null
                ? t("zip")
                : t("zipOf", { size: formatFileSize(downloads.size, locale) })}
            </p>
            <p className="text-1 text-ink-2">
              {t.rich("lists", {
                csv: (words) => <a href={downloads.csvHref}>{words}</a>,
                xlsx: (words) => <a href={downloads.xlsxHref}>{words}</a>,
              })}{" "}
              {downloads.accountingHref !== null && (
                <a href={downloads.accountingHref}>{accounting("take")}</a>
              )}
            </p>
          </>
        )}
        <DownloadedCount
          {...result.notDownloaded}
          words={{
            one: t("takenOne"),
            several: t("takenSeveral", { count: "{count}" }),
            unknown: t("takenUnknown"),
          }}
        />
      </div>
    </section>
  );
}
