import { getLocale, getTranslations } from "next-intl/server";
import { BatchFacts } from "@/components/accounting/batch-facts";
import { LayoutLinks } from "@/components/accounting/layout-links";
import { WithdrawnList } from "@/components/accounting/withdrawn-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { AccountingView, ListedBatch } from "@/lib/accounting/open-accounting";
import type { WaitingInvoices } from "@/lib/accounting/waiting-invoices";
import { formatDate } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import { refusalName } from "./refusal-name";

const SETTINGS = "/invoices/accounting/settings";

interface AccountingPageProps {
  view: AccountingView;
  timeZone: string;
  /** Why no batch was made. */
  refusal: string | null;
}

/** `/invoices/accounting`: what waits for the next batch, then the batches that were made. */
export async function AccountingPage({ view, timeZone, refusal }: AccountingPageProps) {
  const t = await getTranslations("accounting");
  const refused = refusalName(refusal);
  return (
    <>
      <Breadcrumb label={t("breadcrumb")} href="/invoices">
        {t("back")}
      </Breadcrumb>
      <PageHead title={t("title")}>
        <p className="text-2">
          <a className="tap-link" href={SETTINGS}>
            {t("settingsLink")}
          </a>
        </p>
      </PageHead>
      <p className="mb-4 max-w-text text-2 text-ink-2">{t("lead")}</p>
      <div className="grid gap-8">
        {refused && (
          <Note tone={refused === "nothing_waiting" ? "info" : "bad"}>
            <p>{t(`refused.${refused}`)}</p>
          </Note>
        )}
        {!view.isReady && (
          <Note tone="info">
            <p>
              {t("notSet")} <a href={SETTINGS}>{t("notSetLink")}</a>
            </p>
          </Note>
        )}
        <WithdrawnList entries={view.withdrawn} isTold={false} />
        {view.waiting.length > 0 ? (
          <Section title={t("waitingTitle")}>
            <ul className="bleed border-t border-line bg-surface text-2">
              {view.waiting.map((waiting, at) => (
                <Waiting key={waiting.currency} waiting={waiting} isFirst={at === 0} />
              ))}
            </ul>
          </Section>
        ) : (
          <EmptyState title={view.batches.length > 0 ? t("nothing") : t("empty")}>
            <p className="text-ink-2">{t("nothingText")}</p>
          </EmptyState>
        )}
        {view.batches.length > 0 && (
          <Section title={t("batchesTitle")}>
            <ul className="bleed border-t border-line bg-surface text-2">
              {view.batches.map((batch) => (
                <Batch key={batch.id} batch={batch} timeZone={timeZone} />
              ))}
            </ul>
            <p className="mt-3 max-w-text text-1 text-ink-2">{t("layoutsHint")}</p>
          </Section>
        )}
      </div>
    </>
  );
}

const ROW =
  "grid items-center gap-x-4 gap-y-1 border-b border-line px-4 py-3 tablet:grid-cols-[minmax(0,1fr)_max-content]";

async function Waiting({ waiting, isFirst }: { waiting: WaitingInvoices; isFirst: boolean }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("accounting")]);
  const { currency, invoices, creditNotes, totalMinor, firstIssuedOn, lastIssuedOn } = waiting;
  return (
    <li className={ROW}>
      <div>
        <b>{t("waiting", { count: invoices })}</b>
        <p className="text-ink-2">
          {t("waitingDetail", {
            credits: creditNotes,
            from: formatDate(firstIssuedOn, locale),
            to: formatDate(lastIssuedOn, locale),
            total: formatMoney(totalMinor, currency, locale),
          })}
        </p>
      </div>
      <LinkButton
        kind={isFirst ? "main" : "plain"}
        href={`/invoices/accounting/preview?currency=${currency}`}
      >
        {t("preview")}
        {!isFirst && ` (${currency})`}
      </LinkButton>
    </li>
  );
}

async function Batch({ batch, timeZone }: { batch: ListedBatch; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("accounting")]);
  return (
    <li className={ROW}>
      <div>
        <a className="tap-link font-bold" href={`/invoices/accounting/${batch.id}`}>
          {t("batch", { number: batch.number })}
        </a>
        <BatchFacts batch={batch} timeZone={timeZone} isSmall />
        <LayoutLinks batch={batch} />
      </div>
      <b className="tablet:text-right">{formatMoney(batch.totalMinor, batch.currency, locale)}</b>
    </li>
  );
}
