import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { SelectionTotals } from "@/components/invoices/register/selection-totals";
import { countArguments } from "@/components/ui/count-arguments";
import { FormId } from "@/components/ui/form";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import type { Selection } from "@/lib/invoices/register/selection";
import { formatMoney } from "@/lib/money";

interface SelectionBarProps {
  selection: Selection;
  /** How many invoices match, on all pages. */
  matching: Count;
  markTaken: ((form: FormData) => Promise<void>) | null;
  words: RegisterWords;
}

/**
 * What to do with the chosen invoices: a bar that a box shows when it is checked, without scripts. A script keeps the sums
 * up to date; without it, a button asks the server for them.
 */
export function SelectionBar({ selection, matching, markTaken, words: { t, locale } }: SelectionBarProps) {
  const { allUrl, noneUrl, totals, count } = selection;
  return (
    <div className="selection-bar" role="group" aria-label={t("selection.label")}>
      <SelectionTotals
        isFixed={selection.isAll}
        locale={locale}
        initial={{
          count: t("selection.count", countArguments(count)),
          totals: totals.map(({ currency, withVatMinor, withoutVatMinor }) => ({
            withVat: formatMoney(withVatMinor, currency, locale),
            withoutVat: withoutVatMinor === null ? null : formatMoney(withoutVatMinor, currency, locale),
          })),
        }}
        words={{
          one: t("selection.count", countArguments({ value: 1, isCapped: false })),
          several: t("selection.several", { count: "{count}" }),
          untaxed: t("columns.withoutVat"),
        }}
      />
      <button className="tap-link without-script" formAction="/invoices" formMethod="get">
        {t("selection.addUp")}
      </button>
      {allUrl !== null && (
        <a className="tap-link" href={allUrl}>
          {t("selection.all", countArguments(matching))}
        </a>
      )}
      <a className="tap-link" href={noneUrl}>
        {t("selection.none")}
      </a>
      <div className="selection-actions">
        <button className="button button-main" name="format" value="zip">
          {t("download")}
        </button>
        <button className="button" name="format" value="xlsx">
          <span className="sr-only">{t("selection.list")} </span>XLSX
        </button>
        <button className="button" name="format" value="csv">
          <span className="sr-only">{t("selection.list")} </span>CSV
        </button>
        {markTaken && <MarkTaken selection={selection} action={markTaken} label={t("selection.mark")} />}
      </div>
    </div>
  );
}

function MarkTaken({
  selection,
  action,
  label,
}: {
  selection: Selection;
  action: (form: FormData) => Promise<void>;
  label: string;
}) {
  return (
    <>
      <FormId />
      <input type="hidden" name="query" value={selection.query} />
      <input type="hidden" name="back" value="" />
      {selection.isAll && <input type="hidden" name="all" value="1" />}
      <button className="button" formAction={action}>
        {label}
      </button>
    </>
  );
}
