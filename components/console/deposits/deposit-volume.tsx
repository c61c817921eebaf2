import { getTranslations } from "next-intl/server";
import { DayChart } from "@/components/console/day-chart";
import type { DepositVolume as Volume } from "@/lib/deposits/read-deposit-volume";

const STATES = ["accepted", "refused"] as const;
const TONES = { accepted: "good", refused: "bad" } as const;

/** The accepted and refused files of each day. */
export async function DepositVolume({ volume }: { volume: Volume }) {
  const t = await getTranslations("console.deposits.volume");
  return (
    <DayChart
      label={t("chart", { days: volume.days.length, ...volume.total })}
      parts={STATES.map((state) => ({
        tone: TONES[state],
        sum: t(`sums.${state}`, { count: volume.total[state] }),
        name: t(`states.${state}`),
      }))}
      days={volume.days.map(({ day, ...counts }) => ({ day, counts: STATES.map((state) => counts[state]) }))}
    />
  );
}
