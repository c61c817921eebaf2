import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { SavedFilters, SaveFilter } from "@/components/invoices/filters/saved-filters";
import { DownloadedCount } from "@/components/invoices/register/downloaded-count";
import type { InvoicesPageProps } from "@/components/invoices/register/invoices-page-props";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import { formatDate, todayIn } from "@/lib/dates";
import type { ListHead as Head } from "@/lib/invoices/register/list-head";

type ListHeadProps = InvoicesPageProps & { words: RegisterWords };

/** « 75 factures · 2 nouvelles »: the count of the list, in one line with its downloads; on a phone these are a bar. */
export function ListHead(props: ListHeadProps) {
  const { view, words, notice, takingOutcome } = props;
  const { head } = view;
  const { t } = words;
  const { done } = props.savedFilterOutcome;
  return (
    <div className="list-head">
      <h1>
        <Title view={view} words={words} />
        {head.unread && (
          <>
            {" · "}
            <a href={head.unread.url}>{t("head.unread", { count: head.unread.count })}</a>
          </>
        )}
      </h1>
      {notice ??
        (takingOutcome ? (
          <p role="status" className="list-notice list-done">
            {t(`taken.${takingOutcome.kind}`, { count: takingOutcome.count })}
          </p>
        ) : done ? (
          <p role="status" className="list-notice list-done">
            <Icon name="check" /> {t(`saved.result.${done.kind}`, { name: done.name })}
          </p>
        ) : null)}
      <ListFacts {...props} />
      <DownloadedCount
        {...head.leftToTake}
        words={{
          one: t("result.takenOne"),
          several: t("result.takenSeveral", { count: "{count}" }),
          unknown: t("result.takenUnknown"),
        }}
      />
      {head.downloads && <Downloads head={head} downloads={head.downloads} words={words} />}
    </div>
  );
}

function Title({ view, words: { t } }: Pick<ListHeadProps, "view" | "words">) {
  const { count, creditNotes, isFiltered } = view.head;
  if (view.empty?.kind === "none_yet") return t("title");
  const counted = countArguments(count);
  const areCreditNotes = count.value > 0 && creditNotes === count.value;
  if (isFiltered) return t(areCreditNotes ? "result.matchingCreditNotes" : "result.matching", counted);
  return t(areCreditNotes ? "head.creditNotes" : "head.count", counted);
}

/** The second, small line: what the count contains, what is hidden, and the saved filters. */
function ListFacts({
  view,
  words,
  savedFilterOutcome,
  tasks,
  homeUrl,
  saveFilter,
  removeFilter,
}: ListHeadProps) {
  const { head, period, savableQuery: query } = view;
  const { t, locale } = words;
  const { count, creditNotes, newSinceVisit, readingUrl } = head;
  const hidden = period?.kind === "last_months" ? period.hidden : null;
  return (
    <div className="list-facts">
      {creditNotes !== null && creditNotes > 0 && creditNotes < count.value && (
        <span>{t("result.creditNotes", { count: creditNotes })}</span>
      )}
      {newSinceVisit && newSinceVisit.count !== head.unread?.count && (
        <span className="max-desk:hidden">
          {t("result.newSinceVisit", {
            count: newSinceVisit.count,
            date: formatDate(todayIn(newSinceVisit.timeZone, newSinceVisit.lastVisitAt.getTime()), locale),
          })}
        </span>
      )}
      {tasks.leaving.value > 0 && <a href={homeUrl}>{t("head.leaving", countArguments(tasks.leaving))}</a>}
      {readingUrl && (
        <a className="max-desk:hidden" href={readingUrl}>
          {t("head.read")}
        </a>
      )}
      {tasks.answers > 0 && <a href={homeUrl}>{t("head.answers", { count: tasks.answers })}</a>}
      {hidden && hidden.value > 0 && <a href="#hidden">{t("head.hidden", countArguments(hidden))}</a>}
      {head.isFiltered && <a href={head.clearUrl}>{t("chips.clear")}</a>}
      {query !== "" && (
        <SaveFilter query={query} refusal={savedFilterOutcome.refusal} save={saveFilter} words={words} />
      )}
      <SavedFilters filters={view.savedFilters} query={query} remove={removeFilter} words={words} />
    </div>
  );
}

interface DownloadsProps {
  head: Head;
  downloads: NonNullable<Head["downloads"]>;
  words: RegisterWords;
}

/** While something is left, the main button takes what is left, and the second one everything. */
function Downloads({ head: { count, creditNotes, isFiltered }, downloads, words: { t } }: DownloadsProps) {
  const { remaining, zipUrl } = downloads;
  const all = countArguments(count);
  const what = creditNotes === count.value ? "takeCreditNotes" : "take";
  const takeAll = isFiltered ? t(`result.${what}`, all) : t(`head.${what}`, all);
  return (
    <div className="list-downloads">
      {remaining && (
        <a className="button" href={zipUrl} aria-label={takeAll}>
          {t("head.all", all)}
        </a>
      )}
      {remaining ? (
        <LinkButton kind="main" href={remaining.url}>
          <Icon name="download" />
          {remaining.count === null ? t("head.takeRemaining") : t("takeMonth", { count: remaining.count })}
        </LinkButton>
      ) : (
        <a className="button button-main" href={zipUrl} aria-label={takeAll}>
          <Icon name="download" />
          {isFiltered ? t("head.takeThese", all) : takeAll}
        </a>
      )}
    </div>
  );
}
