import { getTranslations } from "next-intl/server";
import type { ScopeChoice } from "@/lib/persons/scope-choice";

/** The switch « Cet espace / Toutes mes sociétés »: the same search in one company or in all the person may open. */
export async function ScopeSwitch({ scope }: { scope: ScopeChoice }) {
  const { current, ownHref, allHref, count } = scope;
  const t = await getTranslations("register.scope");
  return (
    <nav className="scope" aria-label={t("label")}>
      <a className="tap-link" href={ownHref} aria-current={current === "own" || undefined}>
        {t("own")}
      </a>
      <a className="tap-link" href={allHref} aria-current={current === "all" || undefined}>
        {t("all", { count })}
      </a>
    </nav>
  );
}
