import { getTranslations } from "next-intl/server";
import { FilterInput } from "@/components/invoices/filters/filter-input";
import { MonthPicker } from "@/components/invoices/filters/month-picker";
import { SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { FilterForm } from "@/lib/invoices/register/filter-form";

/** The search form. It uses GET, so that the URL holds the search. On phones all fields but the first are folded. */
export async function RegisterFilters({ form }: { form: FilterForm }) {
  const { activeCount, periods } = form;
  const t = await getTranslations("register.filters");
  const isFaulty = [form.from, form.to, form.min, form.max].some(({ fault }) => fault);
  return (
    <div className="filters bleed">
      <form className="filter-form" action="/invoices" role="search" aria-label={t("label")}>
        {form.isAllCompanies && <input type="hidden" name="scope" value="all" />}
        <div className="field">
          <label htmlFor="q">{t("q")}</label>
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            defaultValue={form.q}
            placeholder={t("amountForm")}
          />
        </div>
        <SubmitButton>{t("submit")}</SubmitButton>
        <details className="more-filters" open={isFaulty || undefined}>
          <summary>
            <Icon name="sliders" />
            {t("more")}{" "}
            {activeCount > 0 && (
              <span className="rounded-1 bg-accent-soft px-[0.4em] text-1 leading-[1.4] font-bold text-accent">
                {activeCount}
              </span>
            )}
            <Icon name="down" className="chevron" />
          </summary>
          <div className="filter-fields">
            <FilterInput name="from" field={form.from} placeholder={t("dateForm")} />
            <FilterInput name="to" field={form.to} placeholder={t("dateForm")} />
            <div className="field max-tablet:col-span-full">
              <label htmlFor="type">{t("type")}</label>
              <select className="input" id="type" name="type" defaultValue={form.type ?? ""}>
                <option value="">{t("types.all")}</option>
                <option value="invoice">{t("types.invoice")}</option>
                <option value="credit_note">{t("types.credit_note")}</option>
              </select>
            </div>
            <FilterInput name="min" field={form.min} />
            <FilterInput name="max" field={form.max} />
            <FilterInput name="contract" field={{ value: form.contract }} />
            <FilterInput name="vehicle" field={{ value: form.vehicle }} />
            <label className="checkbox">
              <input type="checkbox" name="new" value="1" defaultChecked={form.isNew} />
              {t("new")}
            </label>
            <div className="field col-span-full tablet:hidden">
              <label htmlFor="sort">{t("sort")}</label>
              <select className="input" id="sort" name="sort" defaultValue={form.sort}>
                {form.sorts.map((sort) => (
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
              <MonthPicker months={form.months} current={form.currentMonth} formId="month-form" />
            </nav>
          </div>
        </details>
      </form>
      <form action="/invoices" id="month-form">
        {form.keptBesideMonth.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
    </div>
  );
}
