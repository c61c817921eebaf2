import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { formatMonth, monthInSentence } from "@/lib/dates";
import type { PaperPack } from "@/lib/paper/list-packs";
import type { PaperMonth } from "@/lib/paper/open-paper";
import { PaperPacks } from "./paper-packs";

interface PaperPageProps {
  months: readonly PaperMonth[];
  packs: readonly PaperPack[];
  timeZone: string;
  /** How many invoices were just taken; 0 when none were. */
  takenCount: number;
  /** Whether there was no invoice left to take, because a colleague took them first or the form was sent twice. */
  isNothingLeft: boolean;
  take: (form: FormData) => Promise<void>;
}

/**
 * `/console/paper`: the invoices to print by month of issue, each month with a button, and the packs that were taken.
 */
export async function PaperPage({
  months,
  packs,
  timeZone,
  takenCount,
  isNothingLeft,
  take,
}: PaperPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.paper")]);
  const total = months.reduce((sum, { invoices }) => sum + invoices, 0);
  const takeButton = (month: string, label: string, kind: string) => (
    <Form action={take}>
      <input type="hidden" name="month" value={month} />
      <button className={kind}>{label}</button>
    </Form>
  );
  return (
    <>
      <PageHead title={t("title")}>
        {months.length > 1 && takeButton("", t("takeAll", { count: total }), "button button-main")}
      </PageHead>
      <div className="grid gap-8">
        {takenCount > 0 && (
          <Note tone="ok">
            <p>{t("taken", { count: takenCount })}</p>
          </Note>
        )}
        {isNothingLeft && (
          <Note tone="info">
            <p>{t("nothing")}</p>
          </Note>
        )}
        {total === 0 ? (
          <EmptyState title={t("open", { count: 0 })}>
            <p className="text-ink-2">{packs.length > 0 ? t("none") : t("noneEver")}</p>
          </EmptyState>
        ) : (
          <section aria-label={t("open", { count: total })}>
            <p className="mb-3 max-w-text text-2 text-ink-2">{t("lead")}</p>
            <ul className="bleed border-t border-line bg-surface text-2">
              {months.map(({ month, invoices, accounts }) => (
                <li
                  key={month}
                  className="grid items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 max-tablet:grid-cols-[1fr_1fr] tablet:grid-cols-[minmax(0,1fr)_9rem_9rem_16rem]"
                >
                  <b className="max-tablet:col-span-2">{formatMonth(month, locale)}</b>
                  <span>{t("invoices", { count: invoices })}</span>
                  <span className="text-ink-2">{t("accounts", { count: accounts })}</span>
                  <div className="max-tablet:col-span-2 tablet:justify-self-end">
                    {takeButton(
                      month,
                      t("take", { month: monthInSentence(month, locale) }),
                      months.length > 1 ? "button" : "button button-main",
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
        {packs.length > 0 && <PaperPacks packs={packs} timeZone={timeZone} />}
      </div>
    </>
  );
}
