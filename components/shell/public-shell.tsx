import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Brand } from "@/components/shell/brand";
import { BrandMark } from "@/components/shell/brand-mark";
import type { PublicPage } from "@/components/shell/footer";
import { type ChangeLocale, LocaleSwitch } from "@/components/shell/locale-switch";
import { ShellFrame } from "@/components/shell/shell-frame";

interface PublicShellProps {
  /** The supplier of the page; null on the portal's own pages. */
  brand: Brand | null;
  links: readonly PublicPage[];
  retentionMonths?: number;
  /** Absent if the language cannot be changed, as on an error page. */
  changeLocale?: ChangeLocale;
  children: ReactNode;
}

/** The frame of pages without a session. */
export async function PublicShell({ brand, changeLocale, ...frame }: PublicShellProps) {
  const t = await getTranslations("shell");
  const name = brand?.name ?? "E-Facture";
  const header = (
    <header className="border-b border-line bg-surface">
      <div className="page-width flex min-h-18 items-center gap-3 max-tablet:min-h-15">
        <a className="brand" href={brand ? `/${brand.slug}` : "/"}>
          <BrandMark brand={brand} className="size-10" />
          <strong className="min-w-0 text-4 leading-tight">{name}</strong>
        </a>
        <p className="ml-auto text-right text-2 text-ink-2 max-tablet:sr-only">{t("portal")}</p>
        {changeLocale && (
          <div className="max-tablet:ml-auto">
            <LocaleSwitch action={changeLocale} offered={brand?.languages} />
          </div>
        )}
      </div>
    </header>
  );
  return <ShellFrame brand={brand} header={header} {...frame} />;
}
