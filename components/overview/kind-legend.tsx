import { getTranslations } from "next-intl/server";

const KEYS = {
  rentMinor: "legend-key legend-now",
  maintenanceMinor: "legend-key legend-before",
  otherMinor: "legend-key legend-other",
  creditNotesMinor: "legend-key legend-credit",
} as const;

/** The legend of the bars of the breakdown. */
export async function KindLegend() {
  const t = await getTranslations("overview.breakdown");
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-1 text-ink-2" aria-hidden="true">
      {(["rentMinor", "maintenanceMinor", "otherMinor", "creditNotesMinor"] as const).map((key) => (
        <li key={key} className={KEYS[key]}>
          {t(key)}
        </li>
      ))}
    </ul>
  );
}
