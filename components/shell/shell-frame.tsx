import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Brand, brandKey } from "@/components/shell/brand";
import { BrandStyle } from "@/components/shell/brand-style";
import { Footer, type PublicPage } from "@/components/shell/footer";

interface ShellFrameProps {
  brand: Brand | null;
  /** The bar or the letterhead. */
  header: ReactNode;
  /** The public pages that exist, in the order of the foot. */
  links: readonly PublicPage[];
  retentionMonths?: number | undefined;
  children: ReactNode;
}

/** What every page stands in: the supplier's band, a way past the header, the landmarks, the foot. */
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
