import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { FirstStep } from "@/lib/console/read-first-steps";

const PATHS: Record<FirstStep, string> = {
  settings: "/console/settings",
  customers: "/console/accounts/import",
  deposits: "/console/keys",
  invoice: "/console/deposits/new",
  mail: "/console/deliveries",
};

/** What a new supplier does until its first invoice is delivered; each step links to its page. */
export async function FirstSteps({ steps }: { steps: Record<FirstStep, boolean> }) {
  const t = await getTranslations("console.today.firstSteps");
  const entries = Object.entries(steps) as [FirstStep, boolean][];
  const next = entries.find(([, isDone]) => !isDone)?.[0];
  return (
    <section className="section mb-8" aria-labelledby="first-steps">
      <h2 id="first-steps">{t("title")}</h2>
      <ol className="work-list">
        {entries.map(([step, isDone], index) => (
          <li key={step}>
            <a href={PATHS[step]} aria-current={step === next ? "step" : undefined}>
              <b className={isDone ? "text-ok" : step === next ? "text-accent" : "is-none"}>
                {isDone ? <Icon name="check" className="inline" /> : index + 1}
              </b>
              <span>
                <strong>{t(`names.${step}`)}</strong>
                <small>{isDone ? t("done") : t(`details.${step}`)}</small>
              </span>
              <Icon name="next" className="text-ink-3" />
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
