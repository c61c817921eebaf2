import { getTranslations } from "next-intl/server";
import type { CompanyShown, MonthState } from "@/components/archive/archive-data";
import { ArchiveFrame, type ArchiveFrameProps } from "@/components/archive/archive-frame";
import { CompanyTable } from "@/components/archive/company-table";

const TO_LOOK_AT: readonly MonthState[] = ["leaving", "remaining", "gap"];

type CompaniesArchivePageProps = ArchiveFrameProps & {
  /** The most pressing first. */
  companies: readonly CompanyShown[];
  /** Receives `user` and `next`. */
  switchCompany: (form: FormData) => Promise<void>;
};

/** `/invoices/archive?scope=all`: whether something is missing in any of the person's companies, a line each. */
export async function CompaniesArchivePage({
  companies,
  switchCompany,
  ...frame
}: CompaniesArchivePageProps) {
  const t = await getTranslations("archive.companies");
  return (
    <ArchiveFrame
      {...frame}
      lead={t.rich("lead", {
        count: companies.length,
        open: companies.filter(({ state }) => TO_LOOK_AT.includes(state)).length,
        b: (words) => <b className="text-ink">{words}</b>,
      })}
      title={t("title", { year: String(frame.year) })}
    >
      <CompanyTable companies={companies} switchCompany={switchCompany} />
    </ArchiveFrame>
  );
}
