import { getTranslations } from "next-intl/server";
import { FilterInput } from "@/components/invoices/filters/filter-input";
import type { FilterValues, QuickPeriod } from "@/components/invoices/filters/filter-values";
import { MonthPicker } from "@/components/invoices/filters/month-picker";
import { SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

export interface RegisterFiltersProps {
  values: FilterValues;
  /** How many fields narrow the list, the search left aside. */
  activeCount: number;
  periods: readonly QuickPeriod[];
  /** `YYYY-MM`, newest first. */
  months: readonly string[];
  /** The month the list is about, "" for another period. */
  currentMonth: string;
  /** What else the URL says, for the month picker to keep: a form of its own, where a month is the whole period. */
  kept: readonly (readonly [name: string, value: string])[];
}

const SORTS = ["date", "date-asc", "due", "due-asc", "number", "number-asc", "amount", "amount-asc"] as const;

/** The search: a form whose answer is a URL. On phones all but the first field wait behind one line. */
export async function RegisterFilters(props: RegisterFiltersProps) {
  const { values, activeCount, periods } = props;
  const t = await getTranslations("register.filters");
  const isFaulty = [values.from, values.to, values.min, values.max].some(({ fault }) => fault);
  return (
    <div className="filters bleed">
      <form className="filters-in" action="/invoices" role="search" aria-label={t("label")}>
        {values.isAllCompanies && <input type="hidden" name="scope" value="all" />}
        <div className="field">
          <label htmlFor="q">{t("q")}</label>
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            defaultValue={values.q}
            placeholder={t("amountForm")}
          />
        </div>
        <SubmitButton>{t("submit")}</SubmitButton>
        <details className="more" open={isFaulty || undefined}>
          <summary>
            <Icon name="sliders" />
            {t("more")} {activeCount > 0 && <span className="count">{activeCount}</span>}
            <Icon name="down" className="chev" />
          </summary>
          <div className="more-in">
            <FilterInput name="from" field={values.from} placeholder={t("dateForm")} />
            <FilterInput name="to" field={values.to} placeholder={t("dateForm")} />
            <div className="field">
              <label htmlFor="type">{t("type")}</label>
              <select className="input" id="type" name="type" defaultValue={values.type ?? ""}>
                <option value="">{t("types.all")}</option>
                <option value="invoice">{t("types.invoice")}</option>
                <option value="credit_note">{t("types.credit_note")}</option>
              </select>
            </div>
            <FilterInput name="min" field={values.min} />
            <FilterInput name="max" field={values.max} />
            <FilterInput name="contract" field={{ value: values.contract }} />
            <FilterInput name="vehicle" field={{ value: values.vehicle }} />
            <label className="tick">
              <input type="checkbox" name="new" value="1" defaultChecked={values.isNew} />
              {t("new")}
            </label>
            <div className="field only-phone">
              <label htmlFor="sort">{t("sort")}</label>
              <select className="input" id="sort" name="sort" defaultValue={values.sort}>
                {SORTS.map((sort) => (
                  <option key={sort} value={sort}>
                    {t(`sorts.${sort}`)}
                  </option>
                ))}
              </select>
            </div>
            <nav className="periods" aria-label={t("periods.label")}>
              {periods.map(({ name, href, isCurrent }) => (
                <a key={name} className="tap-link" href={href} aria-current={isCurrent || undefined}>
                  {t(`periods.${name}`)}
                </a>
              ))}
              <MonthPicker months={props.months} current={props.currentMonth} formId="month-form" />
            </nav>
          </div>
        </details>
      </form>
      <form action="/invoices" id="month-form">
        {props.kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
    </div>
  );
}
