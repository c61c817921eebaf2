import { getTranslations } from "next-intl/server";
import { ProgressWatch } from "./progress-watch";

interface ImportProgressProps {
  state: "checking" | "applying" | "undoing";
  done: number;
  total: number;
  path: string;
}

/**
 * The progress of an import that is being checked, applied or undone. With scripts the page updates itself until the
 * work is done.
 */
export async function ImportProgress({ state, done, total, path }: ImportProgressProps) {
  const t = await getTranslations("console.imports");
  return (
    <section className="grid max-w-text gap-3" aria-labelledby="progress">
      <ProgressWatch
        href={`${path}/progress`}
        first={{ state, done, total, text: t(`progress.${state}`, { done, total }) }}
      />
      <p className="text-2 text-ink-2">{t("progress.leave")}</p>
      <p>
        <a className="tap-link" href={path}>
          {t("progress.refresh")}
        </a>
      </p>
    </section>
  );
}
