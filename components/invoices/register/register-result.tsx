import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type FilterChip, FilterChips } from "@/components/invoices/filters/filter-chips";
import { Actions } from "@/components/ui/actions";
import type { Count } from "@/components/ui/amount";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { formatFileSize } from "@/components/ui/file-size";
import { Icon } from "@/components/ui/icon";
import { formatInstant } from "@/lib/dates";

/** Where everything that matches is taken from, whatever page one is on. */
export interface Takings {
  zipHref: string;
  csvHref: string;
  xlsxHref: string;
  /** Those not downloaded yet; null when that is all of them or none. A null count: more than were counted. */
  remaining: { count: number | null; href: string } | null;
  /** Bytes of the originals; null when not all were counted. */
  size: number | null;
}

interface RegisterResultProps {
  count: Count;
  /** Null when not all were counted. */
  creditNotes: number | null;
  /** What came since the reader's last visit; null on a first visit, or when nothing did. */
  news: { count: number; lastVisitAt: Date; timeZone: string } | null;
  chips: readonly FilterChip[];
  clearHref: string;
  /** How to keep the search; null when there is none to keep. */
  keep: ReactNode;
  /** Null when nothing matches. */
  takings: Takings | null;
}

/** « 312 factures correspondantes dont 6 avoirs »: what the list is about, and the ways to take it. */
export async function RegisterResult(props: RegisterResultProps) {
  const { count, creditNotes, news, takings } = props;
  const areCreditNotes = creditNotes === count.value;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register.result")]);
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
        {news && (
          <p className="mt-1 text-2 text-ink-2">
            {t("news", {
              count: news.count,
              date: formatInstant(news.lastVisitAt, locale, news.timeZone),
            })}
          </p>
        )}
        <FilterChips chips={props.chips} clearHref={props.clearHref} />
        {props.keep}
      </div>
      {takings && (
        <div>
          <Actions>
            <LinkButton kind="main" href={takings.zipHref}>
              <Icon name="download" />
              {t(areCreditNotes ? "takeCreditNotes" : "take", countArguments(count))}
            </LinkButton>
            {takings.remaining && (
              <LinkButton href={takings.remaining.href}>
                {takings.remaining.count === null
                  ? t("takeRemaining")
                  : t("takeRemainingCounted", { count: takings.remaining.count })}
              </LinkButton>
            )}
          </Actions>
          <p className="mt-1 text-1 text-ink-2">
            {takings.size === null ? t("zip") : t("zipOf", { size: formatFileSize(takings.size, locale) })}
          </p>
          <p className="text-1 text-ink-2">
            {t.rich("lists", {
              csv: (words) => <a href={takings.csvHref}>{words}</a>,
              xlsx: (words) => <a href={takings.xlsxHref}>{words}</a>,
            })}
          </p>
        </div>
      )}
    </section>
  );
}
