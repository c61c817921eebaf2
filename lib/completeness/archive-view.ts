import type { PlainDate } from "@/lib/dates";
import { archivePath, exportPath } from "@/lib/invoices/filter/invoice-paths";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";
import type { OwnAccount } from "@/lib/persons/own-account";
import type { Scope } from "@/lib/persons/scope";
import { type ScopeChoice, scopeChoice } from "@/lib/persons/scope-choice";
import type { ExpiringInvoices } from "@/lib/retention/open-expiring-invoices";
import { type ArchiveMonth, archiveMonths, MONTH_STATES, type MonthState } from "./archive-month";
import type { AnnouncedMonth } from "./compare-announced";
import type { Archive, CompanyYear } from "./open-archive";

/** The year of one company. */
export interface ArchiveCompany {
  account: ScopedAccount;
  /** The state of its most urgent month. */
  state: MonthState;
  /** January to December. */
  months: ArchiveMonth[];
  deposited: number;
  /** Downloaded by the viewer. */
  taken: number;
  /** The number of invoice numbers missing in a sequence. */
  missing: number;
  /** Months that are over, or already complete, and were announced: all agree, or those that do not. */
  announced: { complete: AnnouncedMonth[]; incomplete: AnnouncedMonth[] };
  /** Whether every month with invoices was announced, and all agree: nothing is missing for certain. */
  isCertain: boolean;
  /** The earliest last day of retention among invoices soon removed and not taken by the viewer. */
  firstExpiring: PlainDate | null;
  /** The company's own « Archivage ». */
  href: string;
}

/** The data of « Archivage » of all companies. */
export interface ArchiveView {
  year: number;
  /** Latest first. */
  years: { year: number; href: string; isCurrent: boolean }[];
  /** Null for a person who may open one company only. */
  scope: ScopeChoice | null;
  /** For all companies: invoices on the portal, and of these not yet taken by the viewer. */
  deposited: number;
  remaining: number;
  /** Downloads the year's invoices not yet taken, or all of them when each was taken. */
  downloadHref: string;
  expiring: ExpiringInvoices | null;
  /** Most urgent first, then in the order of the person's companies. */
  companies: ArchiveCompany[];
}

export function archiveView(
  { year, years, companies, expiring }: Archive,
  scope: Scope,
  ownAccounts: readonly OwnAccount[],
): ArchiveView {
  const shown = companies.map((company) => archiveCompany(year, company));
  const deposited = sum(shown, "deposited");
  const remaining = deposited - sum(shown, "taken");
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  return {
    year,
    years: years.map((one) => ({
      year: one,
      href: archivePath({ scope, year: one }),
      isCurrent: one === year,
    })),
    scope: scopeChoice(scope, ownAccounts, (one) => archivePath({ scope: one, year })),
    deposited,
    remaining,
    downloadHref: exportPath("zip", { filter: { ...period, isNew: remaining > 0 }, scope }),
    expiring,
    companies: shown.sort((a, b) => MONTH_STATES.indexOf(a.state) - MONTH_STATES.indexOf(b.state)),
  };
}

function archiveCompany(year: number, company: CompanyYear): ArchiveCompany {
  const months = archiveMonths(year, company);
  const compared = months.flatMap(({ announced }) => announced ?? []);
  const complete = compared.filter(({ isComplete }) => isComplete);
  const incomplete = compared.filter(
    ({ isComplete, month }) => !isComplete && month < company.today.slice(0, 7),
  );
  return {
    account: company.account,
    state: MONTH_STATES.find((state) => months.some((month) => month.state === state)) ?? "none",
    months,
    deposited: sum(months, "deposited"),
    taken: sum(months, "taken"),
    missing: sum(months, "missing"),
    announced: { complete, incomplete },
    isCertain:
      complete.length > 0 &&
      incomplete.length === 0 &&
      months.every(({ deposited, announced }) => deposited === 0 || announced?.isComplete),
    firstExpiring:
      months
        .filter(({ state }) => state === "expiring")
        .map(({ firstExpiring }) => firstExpiring)
        .sort()[0] ?? null,
    href: archivePath({ scope: "own", year }),
  };
}

const sum = <Name extends string>(all: readonly Record<Name, number>[], figure: Name) =>
  all.reduce((total, one) => total + one[figure], 0);
