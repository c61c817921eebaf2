import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { InvoicesPage } from "@/components/invoices/register/invoices-page";
import { helpPath } from "@/lib/help/help-path";
import { readFlash } from "@/lib/http/flash";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import { LIST_DISPLAY_COOKIE, readListDisplay } from "@/lib/invoices/register/list-display";
import { registerView } from "@/lib/invoices/register/register-view";
import { savedFilterOutcome } from "@/lib/invoices/saved-filters/saved-filter-outcome";
import { takingOutcome } from "@/lib/invoices/takings/taking-outcome";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { openListPage } from "@/lib/tasks/open-list-page";
import { homePath } from "@/lib/tasks/task-links";
import { CustomerShell } from "../customer-shell";
import { firstVisitNotice } from "../first-visit-notice";
import { markTakenAction } from "./mark-taken-action";
import { removeFilterAction } from "./remove-filter-action";
import { saveFilterAction } from "./save-filter-action";
import { setListDisplayAction } from "./set-list-display-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices">) {
  const session = await requireReader();
  const params = await searchParams;
  const display = readListDisplay((await cookies()).get(LIST_DISPLAY_COOKIE)?.value);
  const [{ register, tasks }, flash, locale] = await Promise.all([
    openListPage(session, params, display.size),
    readFlash("/invoices"),
    getLocale(),
  ]);
  const { supplier, account } = session;
  const { query, ownAccounts } = register;
  const view = registerView(session, register, { params, locale });
  return (
    <CustomerShell {...{ session, ownAccounts, tasks }} section="invoices" scope={query.scope}>
      <InvoicesPage
        view={view}
        display={display}
        savedFilterOutcome={savedFilterOutcome(flash, listPath(query))}
        supplierName={supplier.name}
        customerNumber={account.customerNumber}
        siren={account.companySiren}
        missingHelpUrl={helpPath(supplier.slug, "missing-invoice")}
        notice={await firstVisitNotice(session, { ownAccounts, isCompact: true })}
        tasks={tasks.counts}
        homeUrl={homePath(query.scope)}
        takingOutcome={takingOutcome(flash.result)}
        markTaken={session.viewAs ? null : markTakenAction}
        saveFilter={saveFilterAction}
        removeFilter={removeFilterAction}
        setDisplay={setListDisplayAction}
      />
    </CustomerShell>
  );
}
