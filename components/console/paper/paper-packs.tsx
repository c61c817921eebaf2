import { getLocale, getTranslations } from "next-intl/server";
import { formatDate, formatInstant } from "@/lib/dates";
import type { PaperPack } from "@/lib/paper/list-packs";

/** The packs that were taken, by whom and when; each can be downloaded again. */
export async function PaperPacks({ packs, timeZone }: { packs: readonly PaperPack[]; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.paper")]);
  return (
    <section className="section" id="packs">
      <h2>{t("packs")}</h2>
      <ul className="bleed border-t border-line bg-surface text-2">
        {packs.map(({ id, takenAt, takenBy, firstIssuedOn, lastIssuedOn, invoices }) => (
          <li
            key={id}
            className="grid items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 desk:grid-cols-[minmax(0,1fr)_9rem_14rem_14rem]"
          >
            <span>{t("takenBy", { at: formatInstant(takenAt, locale, timeZone), name: takenBy })}</span>
            <span>{t("invoices", { count: invoices })}</span>
            <span className="text-ink-2">
              {t("from", { from: formatDate(firstIssuedOn, locale), to: formatDate(lastIssuedOn, locale) })}
            </span>
            <span className="flex flex-wrap gap-x-5 desk:justify-self-end">
              <a className="tap-link" href={`/console/paper/${id}/pack?format=zip`}>
                {t("zip")}
              </a>
              <a className="tap-link" href={`/console/paper/${id}/pack?format=csv`}>
                {t("csv")}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
