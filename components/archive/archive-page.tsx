import { getTranslations } from "next-intl/server";
import { AnnouncedNote } from "@/components/archive/announced-note";
import { ArchiveFrame } from "@/components/archive/archive-frame";
import { MonthStrip } from "@/components/archive/month-strip";
import { MonthTable } from "@/components/archive/month-table";
import { NumberGaps } from "@/components/archive/number-gaps";
import type { ArchiveCompany, ArchiveView } from "@/lib/completeness/archive-view";

interface ArchivePageProps {
  view: ArchiveView;
  company: ArchiveCompany;
  adviserEmail: string;
}

/** `/invoices/archive`: the invoices deposited, downloaded and soon to be removed. */
export async function ArchivePage({ view, company, adviserEmail }: ArchivePageProps) {
  const t = await getTranslations("archive");
  const { months, gaps, announced, account } = company;
  return (
    <ArchiveFrame
      view={view}
      lead={t("lead", { number: account.customerNumber })}
      title={t("monthsTitle", { year: String(view.year) })}
    >
      <AnnouncedNote announced={announced} adviserEmail={adviserEmail} />
      <MonthStrip months={months} />
      <NumberGaps gaps={gaps} adviserEmail={adviserEmail} />
      <MonthTable months={months} />
    </ArchiveFrame>
  );
}
