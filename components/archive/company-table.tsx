import { getLocale, getTranslations } from "next-intl/server";
import type { CompanyShown, MonthShown } from "@/components/archive/archive-data";
import { FiguresTable } from "@/components/archive/figures-table";
import { Icon } from "@/components/ui/icon";
import { formatDate, formatMonth, shortMonthName } from "@/lib/dates";

interface Switching {
  switchCompany: (form: FormData) => Promise<void>;
}

/** A line for each company: its months at a glance, what is left in words, and the way to its own page. */
export async function CompanyTable({
  companies,
  switchCompany,
}: Switching & { companies: readonly CompanyShown[] }) {
  const t = await getTranslations("archive.companies");
  return (
    <FiguresTable
      caption={t("caption")}
      columns={[t("company"), t("months"), t("deposited"), t("mine"), t("state"), t("details")]}
    >
      {companies.map((company) => (
        <Row key={company.userId} company={company} switchCompany={switchCompany} />
      ))}
    </FiguresTable>
  );
}

async function Row({ company, switchCompany }: Switching & { company: CompanyShown }) {
  const t = await getTranslations("archive.companies");
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {company.companyName}
        <small>
          {company.supplierName} · {t("customer", { number: company.customerNumber })}
        </small>
      </th>
      <td role="cell" className="wide">
        <Months months={company.months} />
      </td>
      <td role="cell" data-label={t("deposited")}>
        {t("count", { count: company.deposited })}
      </td>
      <td role="cell" data-label={t("mine")}>
        {t("count", { count: company.mine })}
      </td>
      <td role="cell" data-label={t("state")} className={company.state}>
        <State company={company} />
      </td>
      <td role="cell">
        <Details company={company} switchCompany={switchCompany} />
      </td>
    </tr>
  );
}

/** Twelve letters in the looks of the strip of months; the words beside them say the same. */
async function Months({ months }: { months: readonly MonthShown[] }) {
  const locale = await getLocale();
  return (
    <span className="mini" aria-hidden="true">
      {months.map(({ month, state }) => (
        <span key={month} className={state}>
          {formatMonth(month, locale).charAt(0)}
        </span>
      ))}
    </span>
  );
}

async function State({ company }: { company: CompanyShown }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.companies")]);
  const { state, months, deposited, mine, missing, firstLeaving } = company;
  const rest = deposited - mine;
  if (rest === 0 && missing === 0)
    return state === "complete" ? (
      <span className="done">
        <Icon name="check" />
        {t("complete")}
      </span>
    ) : (
      t("none")
    );
  const inMonths = months
    .filter((one) => one.mine < one.deposited || one.missing > 0)
    .map(({ month }) => shortMonthName(month, locale))
    .join(", ");
  return (
    <>
      {rest > 0 && <b>{t("rest", { count: rest })}</b>}
      {rest > 0 && missing > 0 && <br />}
      {missing > 0 && <b>{t("missing", { count: missing })}</b>}
      <span className="sr-only"> {t("in", { months: inMonths })}</span>
      {firstLeaving !== null && <small>{t("until", { date: formatDate(firstLeaving, locale) })}</small>}
    </>
  );
}

/** Where the company is another one, its page opens with it. */
async function Details({ company, switchCompany }: Switching & { company: CompanyShown }) {
  const t = await getTranslations("archive.companies");
  const words = (
    <>
      {t("open")} <span className="sr-only">{company.companyName}</span>
    </>
  );
  if (company.isCurrent)
    return (
      <a className="tap-link" href={company.path}>
        {words}
      </a>
    );
  return (
    <form action={switchCompany}>
      <input type="hidden" name="next" value={company.path} />
      <button className="tap-link" name="user" value={company.userId}>
        {words}
      </button>
    </form>
  );
}
