import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TaskLine } from "@/components/home/task-line";
import { InvoicesPage } from "@/components/invoices/register/invoices-page";
import { helpPath } from "@/lib/help/help-path";
import { readFlash } from "@/lib/http/flash";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import { openRegister } from "@/lib/invoices/register/open-register";
import { registerView } from "@/lib/invoices/register/register-view";
import { savedFilterOutcome } from "@/lib/invoices/saved-filters/saved-filter-outcome";
import { readScope } from "@/lib/persons/scope";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { openTasks } from "@/lib/tasks/open-tasks";
import { taskLinks } from "@/lib/tasks/task-links";
import { CustomerShell } from "../customer-shell";
import { FirstVisitNotice } from "../first-visit-notice";
import { removeFilterAction } from "./remove-filter-action";
import { saveFilterAction } from "./save-filter-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices">) {
  const session = await requireReader();
  const params = await searchParams;
  const scope = readScope(params);
  const [register, tasks, flash, locale] = await Promise.all([
    openRegister(session, params),
    openTasks(session, scope),
    readFlash("/invoices"),
    getLocale(),
  ]);
  const { supplier, account } = session;
  const view = registerView(session, register, { params, locale });
  return (
    <CustomerShell session={session} section="invoices" scope={scope}>
      <FirstVisitNotice session={session} />
      <TaskLine
        counts={tasks.counts}
        takeLeavingUrl={taskLinks(scope).takeLeavingUrl}
        homeUrl={scope === "all" ? "/home?scope=all" : "/home"}
      />
      <InvoicesPage
        view={view}
        savedFilterOutcome={savedFilterOutcome(flash, listPath(register.query))}
        supplierName={supplier.name}
        customerNumber={account.customerNumber}
        siren={account.companySiren}
        missingHelpHref={helpPath(supplier.slug, "missing-invoice")}
        saveFilter={saveFilterAction}
        removeFilter={removeFilterAction}
      />
    </CustomerShell>
  );
}
