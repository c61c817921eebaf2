import { getLocale, getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/archive/figures-table";
import { BACKGROUNDS, TEXT_STYLES } from "@/components/archive/month-styles";
import { OpenCompany } from "@/components/archive/open-company";
import { Icon } from "@/components/ui/icon";
import type { ArchiveMonth } from "@/lib/completeness/archive-month";
import type { ArchiveCompany } from "@/lib/completeness/archive-view";
import { formatDate, formatMonth, shortMonthName } from "@/lib/dates";

interface SwitchProps {
  switchCompany: (form: FormData) => Promise<void>;
}

/** The table of companies, one line each: its months, what is left to download, and the link to its page. */
export async function CompanyTable({
  companies,
  switchCompany,
}: SwitchProps & { companies: readonly ArchiveCompany[] }) {
  const t = await getTranslations("archive.companies");
  return (
    <FiguresTable
      caption={t("caption")}
      columns={[
        { name: t("company"), className: "row-name" },
        { name: t("months"), className: "months" },
        { name: t("deposited") },
        { name: t("downloaded") },
        { name: t("state") },
        { name: t("details"), className: "row-action" },
      ]}
    >
      {companies.map((company) => (
        <Row key={company.account.viewer.userId} company={company} switchCompany={switchCompany} />
      ))}
    </FiguresTable>
  );
}

async function Row({ company, switchCompany }: SwitchProps & { company: ArchiveCompany }) {
  const t = await getTranslations("archive.companies");
  const { account } = company;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="row-name">
        {account.companyName}
        <small>
          {account.supplier.name} · {t("customer", { number: account.customerNumber })}
        </small>
      </th>
      <td role="cell" className="months">
        <Months months={company.months} />
      </td>
      <td role="cell" data-label={t("deposited")}>
        {t("count", { count: company.deposited })}
      </td>
      <td role="cell" data-label={t("downloaded")}>
        {t("count", { count: company.taken })}
      </td>
      <td role="cell" data-label={t("state")}>
        <State company={company} />
      </td>
      <td role="cell" className="row-action">
        <OpenCompany account={account} href={company.href} className="tap-link" switchCompany={switchCompany}>
          {t("open")}
        </OpenCompany>
      </td>
    </tr>
  );
}

/** Twelve initials in the styles of the month strip; hidden from screen readers, as the text beside says the same. */
async function Months({ months }: { months: readonly ArchiveMonth[] }) {
  const locale = await getLocale();
  return (
    <span
      className="inline-grid grid-cols-[repeat(12,1.25rem)] border border-line bg-surface text-center text-[0.75rem] leading-6"
      aria-hidden="true"
    >
      {months.map(({ month, state }) => (
        <span
          key={month}
          className={`border-line not-first:border-l ${BACKGROUNDS[state]} ${TEXT_STYLES[state]}`}
        >
          {formatMonth(month, locale).charAt(0)}
        </span>
      ))}
    </span>
  );
}

async function State({ company }: { company: ArchiveCompany }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.companies")]);
  const { state, months, deposited, taken, missing, firstExpiring } = company;
  const rest = deposited - taken;
  if (rest === 0 && missing === 0)
    return state === "complete" ? (
      <span className="inline-flex items-center gap-[0.3em] font-medium text-ok">
        <Icon name="check" />
        {t("complete")}
      </span>
    ) : (
      t("none")
    );
  const inMonths = months
    .filter((one) => one.taken < one.deposited || one.missing > 0)
    .map(({ month }) => shortMonthName(month, locale))
    .join(", ");
  return (
    <>
      {rest > 0 && <b className={TEXT_STYLES[state]}>{t("rest", { count: rest })}</b>}
      {rest > 0 && missing > 0 && <br />}
      {missing > 0 && <span className="text-ink-2">{t("missing", { count: missing })}</span>}
      <span className="sr-only"> {t("in", { months: inMonths })}</span>
      {firstExpiring !== null && <small>{t("until", { date: formatDate(firstExpiring, locale) })}</small>}
    </>
  );
}
