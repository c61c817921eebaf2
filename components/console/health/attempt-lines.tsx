import { getTranslations } from "next-intl/server";
import type { AttemptHealth } from "@/lib/health/read-attempt-health";
import { HealthLine } from "./health-line";

/** Refused sign-ins and proofs of the last day, counted without naming anybody. */
export async function AttemptLines({ attempts }: { attempts: readonly AttemptHealth[] }) {
  const t = await getTranslations("console.health.security");
  return (
    <ul className="health">
      {attempts.map(({ kind, failed, slowed, blocked, condition }) => (
        <HealthLine
          key={kind}
          name={t(`kinds.${kind}`)}
          condition={condition}
          fact={t("failed", { count: failed })}
          details={[t("slowed", { count: slowed, blocked })]}
          remedy={t("remedy")}
        />
      ))}
    </ul>
  );
}
