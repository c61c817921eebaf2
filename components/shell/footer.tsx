import { getTranslations } from "next-intl/server";

/** The public pages of a supplier that the footer can link to. */
export type PublicPage = "help" | "accessibility" | "notice" | "privacy";

const PATHS: Record<PublicPage, string> = {
  help: "help",
  accessibility: "legal/accessibility",
  notice: "legal/notice",
  privacy: "legal/privacy",
};

interface FooterProps {
  slug: string | null;
  links: readonly PublicPage[];
  retentionMonths: number | undefined;
}

/** The footer: links to help and legal pages, and the retention of originals. */
export async function Footer({ slug, links, retentionMonths }: FooterProps) {
  const t = await getTranslations("shell");
  const promise = retentionMonths === undefined ? null : t("retention", { months: retentionMonths });
  return (
    <footer className="footer">
      <div className="page-width">
        {slug !== null && links.length > 0 && (
          <nav aria-label={t("footerNav")}>
            <ul>
              {links.map((page) => (
                <li key={page}>
                  <a href={`/${slug}/${PATHS[page]}`}>{t(`links.${page}`)}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p>{["E-Facture", promise].filter(Boolean).join(" · ")}</p>
      </div>
    </footer>
  );
}
