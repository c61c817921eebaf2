import { getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/archive/figures-table";
import { OpenCompany } from "@/components/archive/open-company";
import { ScopeSwitch } from "@/components/invoices/register/scope-switch";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import type { ScopeChoice } from "@/lib/persons/scope-choice";
import type { Tasks } from "@/lib/tasks/open-tasks";

type SwitchCompany = (form: FormData) => Promise<void>;

interface CompaniesHomePageProps {
  tasks: Tasks;
  scope: ScopeChoice | null;
  takeRemainingUrl: string;
  /** Receives `user` and `next`. */
  switchCompany: SwitchCompany;
}

/** `/home?scope=all`: a line for each of the person's companies, and one download for what is left in all of them. */
export async function CompaniesHomePage({
  tasks,
  scope,
  takeRemainingUrl,
  switchCompany,
}: CompaniesHomePageProps) {
  const t = await getTranslations("home");
  const { accounts, counts } = tasks;
  const busy = accounts.filter(({ counts: own }) => hasTasks(own)).length;
  const columns = [
    { name: t("companies.company"), className: "row-name" as const },
    ...(["fresh", "remaining", "leaving", "answers"] as const).map((name) => ({
      name: t(`companies.${name}`),
    })),
    { name: t("companies.action"), className: "row-action" as const },
  ];
  return (
    <>
      <PageHead title={t("title")}>
        {counts.remaining.value > 0 && (
          <LinkButton kind="main" href={takeRemainingUrl}>
            <Icon name="download" />
            {t("remaining.take", countArguments(counts.remaining))}
          </LinkButton>
        )}
      </PageHead>
      {scope && <ScopeSwitch scope={scope} />}
      <p className="mb-4 text-2 text-ink-2">{t("companies.lead", { count: accounts.length, busy })}</p>
      <FiguresTable caption={t("companies.caption")} columns={columns}>
        {accounts.map((one) => (
          <CompanyLine key={one.account.viewer.accountId} {...one} switchCompany={switchCompany} />
        ))}
      </FiguresTable>
      <p className="mt-4 text-1 text-ink-2">{t("companies.hint")}</p>
    </>
  );
}

const hasTasks = ({ fresh, remaining, leaving, answers }: Tasks["counts"]) =>
  fresh.value + remaining.value + leaving.value + answers > 0;

async function CompanyLine({
  account,
  counts,
  switchCompany,
}: Tasks["accounts"][number] & { switchCompany: SwitchCompany }) {
  const t = await getTranslations("home");
  const figures = [
    ["fresh", counts.fresh],
    ["remaining", counts.remaining],
    ["leaving", counts.leaving],
    ["answers", { value: counts.answers, isCapped: false }],
  ] as const;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="row-name">
        {account.companyName}
        <small>
          {t("companies.customer", { number: account.customerNumber, supplier: account.supplier.name })}
        </small>
      </th>
      {figures.map(([name, count]) => (
        <td role="cell" key={name} data-label={t(`companies.${name}`)}>
          <span className={figureStyle(name, count.value)}>{t("number", countArguments(count))}</span>
        </td>
      ))}
      <td role="cell" className="row-action">
        {hasTasks(counts) ? (
          <OpenCompany account={account} href="/home" className="button" switchCompany={switchCompany}>
            {t("companies.open")}
          </OpenCompany>
        ) : (
          <span className="inline-flex items-center gap-[0.3em] text-ok">
            <Icon name="check" />
            {t("companies.done")}
          </span>
        )}
      </td>
    </tr>
  );
}

function figureStyle(name: string, count: number): string {
  if (count === 0) return "text-ink-3";
  return name === "leaving" ? "font-bold text-warn" : "font-bold";
}
