import { getLocale, getTranslations } from "next-intl/server";
import { BatchFacts } from "@/components/accounting/batch-facts";
import { LayoutLinks } from "@/components/accounting/layout-links";
import { WithdrawnList } from "@/components/accounting/withdrawn-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { OpenedBatch } from "@/lib/accounting/open-batch";
import { formatMoney } from "@/lib/money";

interface BatchPageProps {
  batch: OpenedBatch;
  layoutWidths: { journal: number; ximport: number; quadra: number };
  timeZone: string;
  /** Whether it was just made. */
  isMade: boolean;
}

/** `/invoices/accounting/{id}`: one batch and its files. */
export async function BatchPage({ batch, layoutWidths, timeZone, isMade }: BatchPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("accounting")]);
  return (
    <>
      <Breadcrumb label={t("breadcrumb")} href="/invoices/accounting">
        {t("title")}
      </Breadcrumb>
      <PageHead title={t("batch", { number: batch.number })}>
        <b>{formatMoney(batch.totalMinor, batch.currency, locale)}</b>
      </PageHead>
      <div className="grid gap-8">
        {isMade && (
          <Note tone="ok">
            <p>{t("made", { number: batch.number, count: batch.invoices })}</p>
          </Note>
        )}
        <div className="text-2">
          <BatchFacts batch={batch} timeZone={timeZone} />
        </div>
        <WithdrawnList entries={batch.withdrawn} isTold />
        <Section title={t("download")}>
          <LayoutLinks batch={batch} />
          {batch.isTooLong && <p className="mt-3 max-w-text text-2">{t("layoutsTooLong", layoutWidths)}</p>}
          <p className="mt-3 max-w-text text-1 text-ink-2">{t("layoutsHint")}</p>
        </Section>
      </div>
    </>
  );
}
