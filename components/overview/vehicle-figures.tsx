import { getLocale, getTranslations } from "next-intl/server";
import { Figure } from "@/components/overview/figure";
import { formatMoney } from "@/lib/money";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";
import type { VehicleView } from "@/lib/overview/vehicle-view";

/** The main figures of a vehicle: its cost, what it is for, and its credit notes. They add up to the cost. */
export async function VehicleFigures({ vehicle }: { vehicle: VehicleView }) {
  const [locale, t, figures, kinds] = await Promise.all([
    getLocale(),
    getTranslations("vehicle"),
    getTranslations("overview.figures"),
    getTranslations("overview.breakdown"),
  ]);
  const { total, currency, period } = vehicle;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  return (
    <dl className="main-figures">
      <Figure
        term={figures("spent", {
          kind: period.kind,
          year: period.from.slice(0, 4),
          months: BREAKDOWN_MONTHS,
        })}
        figure={money(total.netMinor)}
        href={vehicle.listHref}
      >
        {t("documents", { count: vehicle.documentCount })}
      </Figure>
      {(["rentMinor", "maintenanceMinor", "otherMinor"] as const).map((kind) => (
        <Figure key={kind} term={kinds(kind)} figure={money(vehicle[kind])} />
      ))}
      <Figure
        term={kinds("creditNotesMinor")}
        figure={money(total.creditNotesMinor)}
        href={total.creditNoteCount > 0 ? vehicle.creditNotesHref : undefined}
      >
        {t("creditNotes", { count: total.creditNoteCount })}
      </Figure>
    </dl>
  );
}
