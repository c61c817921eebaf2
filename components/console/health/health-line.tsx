import { getTranslations } from "next-intl/server";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Condition } from "@/lib/health/health-rules";

const ICONS: Record<Condition, IconName> = { ok: "check", watch: "warning", bad: "alert" };
const CLASSES: Record<Condition, string | undefined> = { ok: undefined, watch: "is-watch", bad: "is-bad" };

interface HealthLineProps {
  name: string;
  condition: Condition;
  /** The state in a few words. */
  fact: string;
  details?: readonly string[];
  /** What to do; shown when the condition is not ok. Null when another part of the page says it. */
  remedy: string | null;
}

/** One checked part of the installation: quiet when it is well, otherwise with what to do. */
export async function HealthLine({ name, condition, fact, details = [], remedy }: HealthLineProps) {
  const t = await getTranslations("console.health.conditions");
  return (
    <li className={CLASSES[condition]}>
      <Icon name={ICONS[condition]} />
      <b>
        {name}
        <span className="sr-only">{t(condition)}</span>
      </b>
      <div>
        {fact}
        {details.map((detail) => (
          <small key={detail}>{detail}</small>
        ))}
        {condition !== "ok" && remedy !== null && <p>{remedy}</p>}
      </div>
    </li>
  );
}
