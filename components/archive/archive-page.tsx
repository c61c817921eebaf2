import { getLocale, getTranslations } from "next-intl/server";
import { AnnouncedNote } from "@/components/archive/announced-note";
import { MonthStrip } from "@/components/archive/month-strip";
import { MonthTable } from "@/components/archive/month-table";
import { OpenedMonth } from "@/components/archive/opened-month";
import { Questions } from "@/components/archive/questions";
import { ScopeSwitch } from "@/components/invoices/register/scope-switch";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import type { OwnArchive } from "@/lib/completeness/open-own-archive";
import { formatDate } from "@/lib/dates";
import type { ScopeChoice } from "@/lib/persons/scope-choice";
import type { TaskCounts } from "@/lib/tasks/task-counts";
import type { TaskLinks } from "@/lib/tasks/task-links";

type Post = (form: FormData) => Promise<void>;

const ACCOUNTING = "/invoices/accounting";

interface ArchivePageProps {
  archive: OwnArchive;
  /** The numbers of the tabs. */
  counts: TaskCounts;
  taskLinks: TaskLinks;
  /** The supplier's. */
  timeZone: string;
  scope: ScopeChoice | null;
  customerNumber: string;
  adviserEmail: string;
  /** What the last form did: « 4 factures marquées ». */
  done: { kind: "taken" | "to_take" | "refused" | "settled"; count: number } | null;
  markTaken: Post;
  putBack: Post;
  settle: Post;
}

/** `/invoices/archive`: the state as the title, three years of months to open, and the questions. */
export async function ArchivePage(props: ArchivePageProps) {
  const { archive, counts, taskLinks, timeZone, scope, customerNumber, done } = props;
  const [t, accounting] = await Promise.all([getTranslations("archive"), getTranslations("accounting")]);
  const { years, opened, takeYearUrl, announced } = archive;
  const months = years.flatMap((year) =>
    year.months.filter((one) => one.deposited + one.removed > 0).reverse(),
  );
  const isRest = counts.remaining.value > 0;
  return (
    <>
      <PageHead title={await stateTitle(props)}>
        {archive.deposited > 0 && (
          <LinkButton
            kind={isRest ? "main" : "plain"}
            href={isRest ? taskLinks.takeRemainingUrl : takeYearUrl}
          >
            <Icon name="download" />
            {isRest
              ? t("own.takeRest", countArguments(counts.remaining))
              : t("own.takeYear", { year: archive.today.slice(0, 4) })}
          </LinkButton>
        )}
      </PageHead>
      {scope && <ScopeSwitch scope={scope} />}
      <p className="mb-4 text-2 text-ink-2">{t("own.lead", { number: customerNumber })}</p>
      {done && (
        <div className="mb-4">
          <Note tone={done.kind === "refused" ? "bad" : "ok"}>
            <p>{t(`own.done.${done.kind}`, { count: done.count })}</p>
          </Note>
        </div>
      )}
      <AnnouncedNote announced={announced} adviserEmail={props.adviserEmail} />
      <Figures archive={archive} counts={counts} taskLinks={taskLinks} />
      {years.map(({ year, months: ofYear }) => (
        <section key={year} className="archive-year" aria-label={String(year)}>
          <h2>{year}</h2>
          <MonthStrip months={ofYear} opened={opened?.month ?? null} />
          {opened?.month.startsWith(`${year}-`) && (
            <OpenedMonth
              opened={opened}
              timeZone={timeZone}
              markTaken={props.markTaken}
              putBack={props.putBack}
            />
          )}
        </section>
      ))}
      {months.length > 0 && (
        <details className="mt-6">
          <summary className="tap-link w-max cursor-pointer">{t("own.table")}</summary>
          <MonthTable months={months} />
        </details>
      )}
      <p className="mt-4 mb-6 max-w-(--container-text) text-1 text-ink-2">
        {t("packHint")} <a href={ACCOUNTING}>{accounting("title")}</a>
      </p>
      <Questions questions={archive.questions} page="/invoices/archive" settle={props.settle} />
    </>
  );
}

/** The state in words; « Rien ne manque » only where the supplier announced what should be here. */
async function stateTitle({ archive, counts }: ArchivePageProps): Promise<string> {
  const t = await getTranslations("archive.own.state");
  if (archive.deposited === 0) return t("empty");
  if (counts.remaining.value > 0) return t("rest", countArguments(counts.remaining));
  if (archive.announced.incomplete.length > 0) return t("incomplete");
  return archive.isCertain ? t("certain") : t("taken");
}

async function Figures({
  archive,
  counts,
  taskLinks,
}: Pick<ArchivePageProps, "archive" | "counts" | "taskLinks">) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.own.figures")]);
  const { deposited, taken, takenByOthers, questions } = archive;
  const { remaining, leaving, firstLeaving } = counts;
  const asked = questions.flatMap(({ missing }) => missing);
  if (deposited === 0) return null;
  return (
    <dl className="archive-figures">
      {remaining.value > 0 && (
        <div>
          <dt>{t("remaining")}</dt>
          <dd className="text-accent">
            <a href={taskLinks.remainingUrl}>{t("count", countArguments(remaining))}</a>
          </dd>
          <dd className="text-ink-2">{t("ofAll", { count: deposited })}</dd>
        </div>
      )}
      {leaving.value > 0 && firstLeaving !== null && (
        <div>
          <dt>{t("leaving")}</dt>
          <dd className="text-warn">
            <a href={taskLinks.takeLeavingUrl}>{t("count", countArguments(leaving))}</a>
          </dd>
          <dd className="text-ink-2">{t("until", { date: formatDate(firstLeaving, locale) })}</dd>
        </div>
      )}
      <div>
        <dt>{t("taken")}</dt>
        <dd>{t("count", { count: taken, capped: "no" })}</dd>
        <dd className="text-ink-2">{t("byYou", { others: takenByOthers })}</dd>
      </div>
      {asked.length > 0 && (
        <div>
          <dt>{t("questions", { count: asked.length })}</dt>
          <dd className="font-regular text-ink-2">{asked.length}</dd>
          <dd className="text-ink-2">{asked.slice(0, 2).join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}
