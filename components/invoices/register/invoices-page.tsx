import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { RegisterFilters, type RegisterFiltersProps } from "@/components/invoices/filters/register-filters";
import { SavedFilters, SaveFilter } from "@/components/invoices/filters/saved-filters";
import {
  EmptyRegister,
  type FormerPortal,
  FormerPortalHint,
  type RegisterVacancy,
} from "@/components/invoices/register/empty-register";
import { NoMail, type NoMailNotice } from "@/components/invoices/register/no-mail";
import { type Period, PeriodVeil } from "@/components/invoices/register/period-veil";
import { Register } from "@/components/invoices/register/register";
import { RegisterResult } from "@/components/invoices/register/register-result";
import { ScopeSwitch, type ScopeSwitchProps } from "@/components/invoices/register/scope-switch";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";

interface InvoicesPageProps {
  /** Null for an account that is told by mail. */
  noMail: NoMailNotice | null;
  /** What the page was asked to say once: a search that was kept or forgotten. */
  said: { kind: "saved" | "removed"; name: string } | null;
  supplierName: string;
  customerNumber: string;
  siren: string | null;
  /** Null for who may open one company only. */
  scope: ScopeSwitchProps | null;
  /** « Rien ne manque ». */
  archiveHref: string;
  /** Null when there is nothing to search in. */
  filters: RegisterFiltersProps | null;
  savedFilters: ComponentProps<typeof SavedFilters>;
  /** Null when nothing narrows the list. */
  saveFilter: ComponentProps<typeof SaveFilter> | null;
  result: Omit<ComponentProps<typeof RegisterResult>, "keep"> | null;
  register: ComponentProps<typeof Register>;
  /** Null when nothing can be hidden: the account has no invoice at all, or a search looks everywhere. */
  period: Period | null;
  /** Where the display history is changed. */
  changePeriodHref: string;
  /** Why there is nothing to list, said instead of the table; null when there are rows. */
  vacancy: RegisterVacancy | null;
  /** The help about an invoice that is not there. */
  missingHelpHref: string;
  pager: ComponentProps<typeof Pager>;
  /** Shown under the oldest page. */
  formerPortal: FormerPortal | null;
}

/** `/invoices`: the register. */
export async function InvoicesPage(props: InvoicesPageProps) {
  const [t, archive] = await Promise.all([getTranslations("register"), getTranslations("archive")]);
  const { said, result, saveFilter } = props;
  return (
    <>
      <PageHead title={t("title")}>
        <p className="text-2 text-ink-2">
          {t("customer", { number: props.customerNumber })}
          {props.siren !== null && ` · SIREN\u00a0${spacedSiren(props.siren)}`}
          {" · "}
          <a href={props.archiveHref}>{archive("title")}</a>
        </p>
      </PageHead>
      {props.noMail && <NoMail notice={props.noMail} />}
      {said && (
        <div className="mb-4">
          <Note tone="ok">
            <p>{t(`saved.said.${said.kind}`, { name: said.name })}</p>
          </Note>
        </div>
      )}
      {props.scope && <ScopeSwitch {...props.scope} />}
      {props.filters && <RegisterFilters {...props.filters} />}
      {result && (
        <RegisterResult
          {...result}
          keep={
            <div className="keep">
              {saveFilter && <SaveFilter {...saveFilter} />}
              <SavedFilters {...props.savedFilters} />
            </div>
          }
        />
      )}
      {props.period && <PeriodVeil period={props.period} changeHref={props.changePeriodHref} />}
      {props.vacancy ? (
        <>
          <EmptyRegister vacancy={props.vacancy} supplierName={props.supplierName} />
          <p className="mt-3">
            <a className="tap-link" href={props.missingHelpHref}>
              {t("empty.help")}
            </a>
          </p>
        </>
      ) : (
        <Register {...props.register} />
      )}
      <Pager {...props.pager} />
      {props.formerPortal && <FormerPortalHint formerPortal={props.formerPortal} />}
    </>
  );
}

/** 999204118 reads as 999 204 118. */
function spacedSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, "$1\u00a0");
}
