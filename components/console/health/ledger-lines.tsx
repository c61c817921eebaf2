import { getLocale, getTranslations } from "next-intl/server";
import type { LedgerState } from "@/lib/alerts/read-ledger-states";
import { formatInstant } from "@/lib/dates";
import { HealthLine } from "./health-line";

interface LedgerLinesProps {
  ledgers: readonly LedgerState[];
  timeZone: string;
}

/** Whether the end of each supplier's ledger agrees. */
export async function LedgerLines({ ledgers, timeZone }: LedgerLinesProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.health.ledger")]);
  return (
    <ul className="health">
      {ledgers.map(({ supplierName, entries, lastRecordedAt, agrees }) => (
        <HealthLine
          key={supplierName}
          name={supplierName}
          condition={agrees ? "ok" : "bad"}
          fact={t(agrees ? "agrees" : "differs")}
          details={[
            t("entries", { count: entries }),
            ...(lastRecordedAt ? [t("last", { when: formatInstant(lastRecordedAt, locale, timeZone) })] : []),
          ]}
          remedy={t("remedy")}
        />
      ))}
    </ul>
  );
}
