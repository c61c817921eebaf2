import { getTranslations } from "next-intl/server";
import type { ImportFound } from "@/lib/imports/get-import";
import { RefreshPage } from "./refresh-page";

interface ImportProgressProps {
  found: ImportFound;
  state: "checking" | "applying" | "undoing";
  here: string;
}

/** How far an import is that is being checked, applied or undone. The page loads itself again until it is done. */
export async function ImportProgress({ found, state, here }: ImportProgressProps) {
  const t = await getTranslations("console.imports");
  const { counts, lineCount } = found;
  const done =
    state === "checking"
      ? lineCount - counts.unchecked
      : state === "applying"
        ? counts.applied + counts.skipped
        : counts.undone + counts.kept;
  const total =
    state === "checking"
      ? lineCount
      : state === "applying"
        ? counts.applied + counts.skipped + counts.waiting
        : counts.undone + counts.kept + counts.applied;
  return (
    <section className="grid max-w-text gap-3" aria-labelledby="progress">
      <h2 id="progress" role="status">
        {t(`progress.${state}`, { done, total })}
      </h2>
      <progress className="progress" value={done} max={Math.max(1, total)} aria-labelledby="progress" />
      <p className="text-2 text-ink-2">{t("progress.leave")}</p>
      <p>
        <a className="tap-link" href={here}>
          {t("progress.refresh")}
        </a>
      </p>
      <RefreshPage />
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
    </section>
  );
}
