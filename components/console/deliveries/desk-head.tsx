import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

interface DeskHeadProps {
  current: "problems" | "all";
  lead: string;
  query: string;
  csvHref: string;
  /** Why mails wait; shown below the title. */
  heldNote: ReactNode;
}

/** The title of the desk, its search box, and the links to related lists. */
export async function DeskHead({ current, lead, query, csvHref, heldNote }: DeskHeadProps) {
  const t = await getTranslations("console.deliveries");
  const lists = [
    ["problems", "/console/deliveries"],
    ["all", "/console/deliveries?list=all"],
    ["noAddress", "/console/accounts?list=no_address"],
    ["requests", "/console/requests?view=team"],
  ] as const;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="mt-1 text-2 text-ink-2">{lead}</p>
        </div>
        {current === "problems" && (
          <form className="desk-search" role="search" action="/console/deliveries">
            <label htmlFor="q">{t("search")}</label>
            <input className="input" id="q" name="q" type="search" defaultValue={query} />
            <button className="button">{t("searchButton")}</button>
          </form>
        )}
      </div>
      {heldNote}
      <nav className="desk-lists" aria-label={t("lists")}>
        {lists.map(([list, href]) => (
          <a key={list} href={href} aria-current={list === current ? "page" : undefined}>
            {t(list)}
          </a>
        ))}
        <a className="ml-auto" href={csvHref}>
          <Icon name="download" /> {t("csv")}
        </a>
      </nav>
    </>
  );
}
