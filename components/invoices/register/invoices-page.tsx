import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RegisterFilters } from "@/components/invoices/filters/register-filters";
import { SavedFilters, SaveFilter } from "@/components/invoices/filters/saved-filters";
import { EmptyList } from "@/components/invoices/register/empty-list";
import { FormerPortalHint } from "@/components/invoices/register/former-portal-hint";
import { NoMail } from "@/components/invoices/register/no-mail";
import { PeriodNotice } from "@/components/invoices/register/period-notice";
import { Register } from "@/components/invoices/register/register";
import { RegisterResult } from "@/components/invoices/register/register-result";
import { ScopeSwitch } from "@/components/invoices/register/scope-switch";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import type { RegisterView } from "@/lib/invoices/register/register-view";
import type { SavedFilterOutcome } from "@/lib/invoices/saved-filters/saved-filter-outcome";
import { formatSiren } from "@/lib/written-identifiers";

type Action = (form: FormData) => Promise<void>;

const ACCOUNTING = "/invoices/accounting";

interface InvoicesPageProps {
  view: RegisterView;
  /** The result of the last action on saved filters. */
  savedFilterOutcome: SavedFilterOutcome;
  supplierName: string;
  customerNumber: string;
  siren: string | null;
  /** The address of the help about a missing invoice. */
  missingHelpHref: string;
  /** Receives `name` and `query`. */
  saveFilter: Action;
  /** Receives `id` and `query`. */
  removeFilter: Action;
}

/** `/invoices`: the list of invoices, with its search and downloads. */
export async function InvoicesPage({ view, ...props }: InvoicesPageProps) {
  const [t, archive, accounting] = await Promise.all([
    getTranslations("register"),
    getTranslations("archive"),
    getTranslations("accounting"),
  ]);
  const { done } = props.savedFilterOutcome;
  return (
    <>
      <PageHead title={t("title")}>
        <p className="text-2 text-ink-2">
          {t("customer", { number: props.customerNumber })}
          {props.siren !== null && ` · SIREN\u00a0${formatSiren(props.siren)}`}
          {" · "}
          <a href={view.archiveHref}>{archive("title")}</a>
          {" · "}
          <a href={ACCOUNTING}>{accounting("title")}</a>
        </p>
      </PageHead>
      {view.noMail && <NoMail notice={view.noMail} />}
      {done && (
        <div className="mb-4">
          <Note tone="ok">
            <p>{t(`saved.result.${done.kind}`, { name: done.name })}</p>
          </Note>
        </div>
      )}
      {view.scope && <ScopeSwitch scope={view.scope} />}
      {view.filterForm && <RegisterFilters form={view.filterForm} />}
      {view.result && (
        <RegisterResult result={view.result} savedFilters={<OwnFilters view={view} {...props} />} />
      )}
      {view.period && <PeriodNotice period={view.period} />}
      {view.empty ? (
        <>
          <EmptyList empty={view.empty} supplierName={props.supplierName} />
          <p className="mt-3">
            <a className="tap-link" href={props.missingHelpHref}>
              {t("empty.help")}
            </a>
          </p>
        </>
      ) : (
        <Register table={view.table} />
      )}
      <Pager {...view.pager} />
      {view.formerPortal && <FormerPortalHint formerPortal={view.formerPortal} />}
    </>
  );
}

type OwnFiltersProps = Pick<InvoicesPageProps, "view" | "savedFilterOutcome" | "saveFilter" | "removeFilter">;

function OwnFilters({ view, savedFilterOutcome, saveFilter, removeFilter }: OwnFiltersProps): ReactNode {
  const { savableQuery: query, savedFilters } = view;
  return (
    <div className="saved-filters">
      {query !== "" && <SaveFilter query={query} refusal={savedFilterOutcome.refusal} save={saveFilter} />}
      <SavedFilters filters={savedFilters} query={query} remove={removeFilter} />
    </div>
  );
}
