import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ExpiringTable } from "@/components/archive/expiring-table";
import { ScopeSwitch } from "@/components/invoices/register/scope-switch";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Switch } from "@/components/ui/switch";
import type { ArchiveView } from "@/lib/completeness/archive-view";

const ACCOUNTING = "/invoices/accounting";

interface ArchiveFrameProps {
  view: ArchiveView;
  lead: ReactNode;
  title: string;
  children: ReactNode;
}

/** « Archivage », of one company or of all: the main download, the invoices removed soon, then the year. */
export async function ArchiveFrame({ view, lead, title, children }: ArchiveFrameProps) {
  const [t, accounting] = await Promise.all([getTranslations("archive"), getTranslations("accounting")]);
  const { year, remaining, deposited } = view;
  const years = view.years.map(({ year: one, ...choice }) => ({ ...choice, label: String(one) }));
  return (
    <>
      <PageHead
        title={
          <>
            {t("title")} <span className="text-ink-2">{year}</span>
          </>
        }
      >
        {deposited > 0 && (
          <LinkButton kind={remaining > 0 ? "main" : "plain"} href={view.downloadHref}>
            <Icon name="download" />
            {remaining > 0
              ? t("takeRest", { count: remaining, year: String(year) })
              : t("takeYear", { count: deposited, year: String(year) })}
          </LinkButton>
        )}
      </PageHead>
      {view.scope && <ScopeSwitch scope={view.scope} />}
      <p className="mb-4 max-w-(--container-text) text-2 text-ink-2">{lead}</p>
      {view.expiring && <ExpiringTable expiring={view.expiring} />}
      <Section title={title}>
        <Switch label={t("years")} choices={years} />
        {children}
        <p className="mt-4 max-w-(--container-text) text-1 text-ink-2">
          {t("packHint")} <a href={ACCOUNTING}>{accounting("title")}</a>
        </p>
      </Section>
    </>
  );
}
