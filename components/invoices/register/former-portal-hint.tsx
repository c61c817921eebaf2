import { getLocale, getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/dates";
import type { FormerPortal } from "@/lib/suppliers/former-portal";

/** The hint « Émises avant le 02/12/2022, elles sont dans l'ancien portail E-Fact. » */
export async function FormerPortalHint({ formerPortal }: { formerPortal: FormerPortal }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register.former")]);
  const date = formatDate(formerPortal.startsOn, locale);
  const name = formerPortal.name ?? t("unnamed");
  const { url } = formerPortal;
  return (
    <p className="mt-6 text-2 text-ink-2">
      {t.rich("hint", {
        date,
        name,
        link: (words) =>
          url === null ? (
            words
          ) : (
            <a className="whitespace-nowrap" href={url}>
              {words}
            </a>
          ),
      })}
    </p>
  );
}
