import { getTranslations } from "next-intl/server";
import { type Brand, brandKey } from "@/components/shell/brand";
import { BrandMark } from "@/components/shell/brand-mark";
import { BrandStyle } from "@/components/shell/brand-style";
import { Icon } from "@/components/ui/icon";

interface SuppliersPageProps {
  suppliers: readonly Brand[];
  /** The path requested before signing in, passed on to the sign-in page. */
  next: string | null;
}

/** `/`: the suppliers of this installation, with links to their sign-in pages. */
export async function SuppliersPage({ suppliers, next }: SuppliersPageProps) {
  const t = await getTranslations("suppliers");
  const query = next === null ? "" : `?${new URLSearchParams({ next })}`;
  return (
    <div className="max-w-text">
      <h1>{t("title")}</h1>
      <p className="mt-3 mb-8 text-4 text-ink-2">{t("lead")}</p>
      <h2 className="sr-only">{t("list")}</h2>
      <ul className="bleed border-t border-line">
        {suppliers.map((supplier) => (
          <li
            key={supplier.slug}
            data-brand={brandKey(supplier)}
            className="relative flex items-center gap-4 border-b border-line bg-surface px-4 py-4 hover:bg-accent-soft"
          >
            <BrandStyle brandColor={supplier.color} />
            <BrandMark brand={supplier} />
            <a
              className="mr-auto font-medium after:absolute after:inset-0"
              href={`/${supplier.slug}${query}`}
            >
              {supplier.name}
            </a>
            <Icon name="next" className="text-ink-3" />
          </li>
        ))}
      </ul>
      {suppliers.length === 0 && <p>{t("none")}</p>}
      <p className="mt-8 text-2 text-ink-2">{t("hint")}</p>
    </div>
  );
}
