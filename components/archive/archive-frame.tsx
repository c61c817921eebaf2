import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { GuardShown } from "@/components/archive/archive-data";
import { LeavingTable } from "@/components/archive/leaving-table";
import { ScopeSwitch, type ScopeSwitchProps } from "@/components/invoices/register/scope-switch";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type Choice, Switch } from "@/components/ui/switch";

export interface ArchiveFrameProps {
  year: number;
  years: readonly Choice[];
  /** Null for who may open one company only. */
  scope: ScopeSwitchProps | null;
  remaining: number;
  deposited: number;
  /** Takes what remains of the year, or all of it when nothing does. */
  takeHref: string;
  guard: GuardShown | null;
}

interface Parts {
  lead: ReactNode;
  title: string;
  children: ReactNode;
}

/** « Rien ne manque », of one company or of all: what can be taken at once, what leaves soon, then the year. */
export async function ArchiveFrame({ lead, title, children, ...props }: ArchiveFrameProps & Parts) {
  const t = await getTranslations("archive");
  const { year, remaining, deposited } = props;
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
          <LinkButton kind={remaining > 0 ? "main" : "plain"} href={props.takeHref}>
            <Icon name="download" />
            {remaining > 0
              ? t("takeRest", { count: remaining, year: String(year) })
              : t("takeYear", { count: deposited, year: String(year) })}
          </LinkButton>
        )}
      </PageHead>
      {props.scope && <ScopeSwitch {...props.scope} />}
      <p className="mb-4 max-w-(--container-text) text-2 text-ink-2">{lead}</p>
      {props.guard && <LeavingTable guard={props.guard} />}
      <Section title={title}>
        <Switch label={t("years")} choices={props.years} />
        {children}
        <p className="mt-4 max-w-(--container-text) text-1 text-ink-2">{t("packHint")}</p>
      </Section>
    </>
  );
}
