import { getLocale, getTranslations } from "next-intl/server";
import { Questions } from "@/components/archive/questions";
import { AllDone } from "@/components/home/all-done";
import { Task } from "@/components/home/task";
import { TaskInvoices } from "@/components/home/task-invoices";
import { ScopeSwitch } from "@/components/invoices/register/scope-switch";
import { countArguments } from "@/components/ui/count-arguments";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { formatDate, formatInstant, formatShortDate, monthInSentence, todayIn } from "@/lib/dates";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import { formatMoney } from "@/lib/money";
import type { ScopeChoice } from "@/lib/persons/scope-choice";
import type { Home, TaskInvoice } from "@/lib/tasks/open-home";

const ARCHIVE = "/invoices/archive";

interface HomePageProps {
  home: Home;
  /** Null for a person with one company. */
  scope: ScopeChoice | null;
  supplier: { name: string; timeZone: string };
  customerNumber: string;
  siren: string | null;
  previousVisitAt: Date | null;
  /** What the last form did: the first of the numbers that it settled, and how many others it did. */
  done: { kind: "settled"; numbers: string; others: number } | { kind: "refused" } | null;
  settle: (form: FormData) => Promise<void>;
}

/** `/home`: what is to do in one company, each with one button; the first is the main one. */
export async function HomePage(props: HomePageProps) {
  const { home, scope, supplier, customerNumber, siren, previousVisitAt, done, settle } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("home")]);
  const isDone = home.lines === 0;
  const visit = previousVisitAt && formatInstant(previousVisitAt, locale, supplier.timeZone);
  return (
    <>
      <PageHead title={t("title")}>
        <p className="text-2 text-ink-2">
          {siren
            ? t("customerWithSiren", { number: customerNumber, siren })
            : t("customer", { number: customerNumber })}
        </p>
      </PageHead>
      {scope && <ScopeSwitch scope={scope} />}
      {done && (
        <div className="mb-4">
          <Note tone={done.kind === "refused" ? "bad" : "ok"}>
            <p>{done.kind === "refused" ? t("question.refused") : t("question.settled", done)}</p>
          </Note>
        </div>
      )}
      <p className="mb-4 text-2 text-ink-2">
        {visit ? t("lastVisit", { at: visit }) : t("today", { date: formatDate(home.today, locale) })}
      </p>
      {isDone ? (
        <AllDone home={home} supplier={supplier} />
      ) : (
        <Tasks home={home} timeZone={supplier.timeZone} />
      )}
      <Questions questions={home.questions} page="/home" settle={settle} />
      {!isDone && (
        <p className="mt-6 text-2 text-ink-2">
          {t("here", countArguments(home.here))} <a href={ARCHIVE}>{t("seeArchive")}</a>
        </p>
      )}
    </>
  );
}

async function Tasks({ home, timeZone }: { home: Home; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("home")]);
  const { counts, links, fresh, leaving, answers } = home;
  const first = [counts.remaining.value, counts.fresh.value, counts.leaving.value, counts.answers].findIndex(
    (count) => count > 0,
  );
  const written = (count: Count) => t("number", countArguments(count));
  const detail = ({ vehicles, contracts }: TaskInvoice) =>
    [vehicles[0], contracts[0]].filter(Boolean).join(" · ");
  return (
    <ol className="task-list">
      {counts.remaining.value > 0 && (
        <Task
          number={written(counts.remaining)}
          title={t("remaining.title", { count: counts.remaining.value })}
          text={await remainingText(home, timeZone)}
          action={{
            url: links.takeRemainingUrl,
            label: t("remaining.take", countArguments(counts.remaining)),
            isDownload: true,
            isMain: first === 0,
          }}
        />
      )}
      {counts.fresh.value > 0 && (
        <Task
          number={written(counts.fresh)}
          title={t("fresh.title", { count: counts.fresh.value })}
          text={t("fresh.text")}
          action={{
            url: links.readFreshUrl,
            label: t("fresh.read", { count: counts.fresh.value }),
            isDownload: false,
            isMain: first === 1,
          }}
        >
          <TaskInvoices
            invoices={fresh}
            head={({ id, number }) => <a href={`/invoices/${id}`}>{number}</a>}
            detail={detail}
          />
        </Task>
      )}
      {counts.leaving.value > 0 && (
        <Task
          number={written(counts.leaving)}
          isSoon
          title={t("leaving.title", { count: counts.leaving.value })}
          text={t("leaving.text", {
            count: counts.leaving.value,
            date: formatDate(counts.firstLeaving ?? "", locale),
          })}
          action={{
            url: links.takeLeavingUrl,
            label: t("leaving.take", countArguments(counts.leaving)),
            isDownload: true,
            isMain: first === 2,
          }}
        >
          <TaskInvoices
            invoices={leaving}
            head={({ removeAfter }) => t("leaving.until", { date: formatShortDate(removeAfter, locale) })}
            detail={(invoice) => [invoice.number, invoice.vehicles[0]].filter(Boolean).join(" · ")}
          />
        </Task>
      )}
      {counts.answers > 0 && (
        <Task
          number={String(counts.answers)}
          title={t("answers.title", { count: counts.answers })}
          text={answers.map(({ subject }) => subject.document ?? t("answers.other")).join(", ")}
          action={{
            url: links.readAnswerUrl,
            label: t("answers.read", { count: counts.answers }),
            isDownload: false,
            isMain: first === 3,
          }}
        />
      )}
    </ol>
  );
}

/** « Que vous n'avez pas encore prises : 2 en novembre, 4 en octobre, dont 1 prise par … le 19/11. 4 868,40 €. » */
async function remainingText({ remaining }: Home, timeZone: string): Promise<string> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("home.remaining")]);
  if (!remaining) return t("many");
  const { months, byOthers, other, totals } = remaining;
  const list = new Intl.ListFormat(locale).format(
    months
      .slice(0, 3)
      .map(({ month, count }) => t("inMonth", { count, month: monthInSentence(month, locale) })),
  );
  const others =
    byOthers === 0
      ? ""
      : other?.by
        ? t("byColleague", {
            count: byOthers,
            name: other.by,
            date: formatShortDate(todayIn(timeZone, other.at.getTime()), locale),
          })
        : t("byMail", { count: byOthers });
  const older = months.length > 3 ? t("andOlder") : "";
  const sums = totals.map(({ currency, minor }) => formatMoney(minor, currency, locale)).join(", ");
  return `${t("text", { list: list + older + others })} ${sums}`;
}
