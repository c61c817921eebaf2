import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Brand, brandKey } from "@/components/shell/brand";
import { BrandStyle } from "@/components/shell/brand-style";
import { Footer, type PublicPage } from "@/components/shell/footer";

interface ShellFrameProps {
  brand: Brand | null;
  /** The header of the page. */
  header: ReactNode;
  /** The public pages to link in the footer, in this order. */
  links: readonly PublicPage[];
  retentionMonths?: number | undefined;
  children: ReactNode;
}

/** The frame of all pages: the supplier's colour band, the skip link, header, main content and footer. */
export async function ShellFrame({ brand, header, links, retentionMonths, children }: ShellFrameProps) {
  const t = await getTranslations("shell");
  return (
    <div className="shell" data-brand={brandKey(brand)}>
      {brand && <BrandStyle brandColor={brand.color} />}
      <a className="skip-link" href="#contenu">
        {t("skip")}
      </a>
      {header}
      <main id="contenu">
        <div className="page-width">{children}</div>
      </main>
      <Footer slug={brand?.slug ?? null} links={links} retentionMonths={retentionMonths} />
    </div>
  );
}
