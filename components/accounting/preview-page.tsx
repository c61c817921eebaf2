import { getLocale, getTranslations } from "next-intl/server";
import { AccountTotals } from "@/components/accounting/account-totals";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { BatchPreview } from "@/lib/accounting/preview-batch";
import { formatMoney } from "@/lib/money";

const SETTINGS = "/invoices/accounting/settings";

interface PreviewPageProps {
  /** Null when nothing waits in this currency. */
  preview: BatchPreview | null;
  currency: string;
  typedThrough: string;
  isThroughInvalid: boolean;
  /** Receives `number`, `currency`, `upTo` and `issuedThrough`. */
  make: (form: FormData) => Promise<void>;
}

/** `/invoices/accounting/preview`: the next batch before it is made: its totals, and what is to complete. */
export async function PreviewPage({ preview, currency, make, ...through }: PreviewPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("accounting")]);
  const totals = preview?.totals;
  const isEmpty = !preview || !totals || totals.invoices === 0;
  return (
    <>
      <Breadcrumb label={t("breadcrumb")} href="/invoices/accounting">
        {t("title")}
      </Breadcrumb>
      <PageHead title={t("previewTitle")}>
        {!isEmpty && preview.isReady && (
          <Form action={make}>
            <input type="hidden" name="number" value={preview.number} />
            <input type="hidden" name="currency" value={currency} />
            <input type="hidden" name="upTo" value={String(preview.waiting.newest)} />
            <input type="hidden" name="issuedThrough" value={preview.issuedThrough ?? ""} />
            <SubmitButton kind="main">{t("make")}</SubmitButton>
          </Form>
        )}
      </PageHead>
      <p className="mb-4 max-w-text text-2 text-ink-2">{t("previewLead")}</p>
      <form action="/invoices/accounting/preview" className="mb-6 grid max-w-100 justify-items-start gap-3">
        <input type="hidden" name="currency" value={currency} />
        <div className="w-full">
          <Field
            id="accounting-through"
            name="through"
            label={t("through")}
            hint={t("throughHint")}
            error={through.isThroughInvalid ? t("throughInvalid") : undefined}
            defaultValue={through.typedThrough}
            autoComplete="off"
          />
        </div>
        <SubmitButton>{t("recompute")}</SubmitButton>
      </form>
      {isEmpty ? (
        <Note tone="info">
          <p>{t("emptyPreview")}</p>
        </Note>
      ) : (
        <div className="grid gap-8">
          {!preview.isReady && (
            <Note tone="info">
              <p>
                {t("notSet")} <a href={SETTINGS}>{t("notSetLink")}</a>
              </p>
            </Note>
          )}
          {currency !== "EUR" && (
            <Note tone="warn">
              <p>{t("currencyNote", { currency })}</p>
            </Note>
          )}
          <p>
            <b>{t("previewCount", { count: totals.invoices, credits: totals.creditNotes })}</b>
            {" · "}
            {formatMoney(totals.totalMinor, currency, locale)}
            {preview.left > 0 && <span className="text-ink-2"> · {t("left", { count: preview.left })}</span>}
          </p>
          <Section title={t("gapsTitle")}>
            {totals.gaps.size === 0 ? (
              <p className="text-2">{t("gapsNone")}</p>
            ) : (
              <>
                <p className="mb-3 max-w-text text-2 text-ink-2">
                  {t("gapsLead")} <a href={SETTINGS}>{t("settingsLink")}</a>
                </p>
                <ul className="bleed border-t border-line bg-surface text-2">
                  {[...totals.gaps].map(([gap, { invoices, numbers }]) => (
                    <li
                      key={gap}
                      className="grid gap-x-4 border-b border-line px-4 py-2 wrap-anywhere tablet:grid-cols-[minmax(0,1fr)_8rem_minmax(0,1fr)]"
                    >
                      <b>{t(`gaps.${gap}`)}</b>
                      <span>{t("gapCount", { count: invoices })}</span>
                      <span className="text-ink-2">{t("gapExamples", { numbers: numbers.join(", ") })}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Section>
          <Section title={t("accountsTitle")}>
            <AccountTotals accounts={[...totals.accounts.values()]} currency={currency} />
          </Section>
        </div>
      )}
    </>
  );
}
