import { getTranslations } from "next-intl/server";
import type { GapShown, MonthShown } from "@/components/archive/archive-data";
import { ArchiveFrame, type ArchiveFrameProps } from "@/components/archive/archive-frame";
import { MonthStrip } from "@/components/archive/month-strip";
import { MonthTable } from "@/components/archive/month-table";
import { NumberGaps } from "@/components/archive/number-gaps";

type ArchivePageProps = ArchiveFrameProps & {
  customerNumber: string;
  /** January to December. */
  months: readonly MonthShown[];
  gaps: readonly GapShown[];
  adviserEmail: string;
};

/** `/invoices/archive`: what was deposited, what was taken, what leaves soon. */
export async function ArchivePage({
  customerNumber,
  months,
  gaps,
  adviserEmail,
  ...frame
}: ArchivePageProps) {
  const t = await getTranslations("archive");
  return (
    <ArchiveFrame
      {...frame}
      lead={t("lead", { number: customerNumber })}
      title={t("monthsTitle", { year: String(frame.year) })}
    >
      <MonthStrip months={months} />
      <NumberGaps gaps={gaps} adviserEmail={adviserEmail} />
      <MonthTable months={months} />
    </ArchiveFrame>
  );
}
