import { getTranslations } from "next-intl/server";
import { ArchiveFrame } from "@/components/archive/archive-frame";
import { CompanyTable } from "@/components/archive/company-table";
import type { MonthState } from "@/lib/completeness/archive-month";
import type { ArchiveView } from "@/lib/completeness/archive-view";

const NEEDS_ATTENTION: readonly MonthState[] = ["expiring", "remaining", "gap"];

interface CompaniesArchivePageProps {
  view: ArchiveView;
  /** Receives `user` and `next`. */
  switchCompany: (form: FormData) => Promise<void>;
}

/** `/invoices/archive?scope=all`: one line for each of the person's companies, with its missing invoices. */
export async function CompaniesArchivePage({ view, switchCompany }: CompaniesArchivePageProps) {
  const t = await getTranslations("archive.companies");
  const { companies } = view;
  return (
    <ArchiveFrame
      view={view}
      lead={t.rich("lead", {
        count: companies.length,
        certain: companies.every(({ isCertain }) => isCertain) ? "yes" : "no",
        open: companies.filter(({ state }) => NEEDS_ATTENTION.includes(state)).length,
        b: (words) => <b className="text-ink">{words}</b>,
      })}
      title={t("title", { year: String(view.year) })}
    >
      <CompanyTable companies={companies} switchCompany={switchCompany} />
    </ArchiveFrame>
  );
}
