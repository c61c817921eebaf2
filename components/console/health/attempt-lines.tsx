import { getTranslations } from "next-intl/server";
import { REFUSAL_HOURS } from "@/lib/health/health-rules";
import type { SecurityHealth } from "@/lib/health/read-attempt-health";
import { HealthLine } from "./health-line";

/** Refused sign-ins, proofs and callers of the last day, counted without naming anybody. */
export async function AttemptLines({ security: { attempts, refusals } }: { security: SecurityHealth }) {
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
      {refusals.map(({ kind, refused }) => (
        <HealthLine
          key={kind}
          name={t(`refusals.${kind}`)}
          condition="ok"
          fact={t("refused", { count: refused, hours: REFUSAL_HOURS })}
          remedy={null}
        />
      ))}
    </ul>
  );
}
