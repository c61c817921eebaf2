import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { switchAccountAction } from "@/app/switch-account-action";
import { ArchivePage } from "@/components/archive/archive-page";
import { CompaniesArchivePage } from "@/components/archive/companies-archive-page";
import { archiveView } from "@/lib/completeness/archive-view";
import { openArchive } from "@/lib/completeness/open-archive";
import { openOwnArchive } from "@/lib/completeness/open-own-archive";
import { readFlash } from "@/lib/http/flash";
import type { SearchParams } from "@/lib/http/search-params";
import { archivePath } from "@/lib/invoices/filter/invoice-paths";
import { takingOutcome } from "@/lib/invoices/takings/taking-outcome";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { readScope } from "@/lib/persons/scope";
import { scopeChoice } from "@/lib/persons/scope-choice";
import { type ReaderSession, requireReader } from "@/lib/sign-in/session/current-session";
import { findSupplier } from "@/lib/suppliers/find-supplier";
import { openTasks } from "@/lib/tasks/open-tasks";
import { taskLinks } from "@/lib/tasks/task-links";
import { CustomerShell } from "../../customer-shell";
import { settleNumbersAction } from "../../home/settle-numbers-action";
import { markTakenAction } from "../mark-taken-action";
import { putBackAction } from "../put-back-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("archive"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices/archive">) {
  const session = await requireReader();
  const params = await searchParams;
  const scope = readScope(params);
  return (
    <CustomerShell session={session} section="archive" scope={scope}>
      {scope === "own" ? (
        <OwnArchive session={session} params={params} />
      ) : (
        <CompaniesArchivePage
          view={archiveView(await openArchive(session, params), scope, await listOwnAccounts(session))}
          switchCompany={switchAccountAction}
        />
      )}
    </CustomerShell>
  );
}

async function OwnArchive({ session, params }: { session: ReaderSession; params: SearchParams }) {
  const [archive, tasks, ownAccounts, supplier, { result }] = await Promise.all([
    openOwnArchive(session, params),
    openTasks(session, "own"),
    listOwnAccounts(session),
    findSupplier(session.supplier.slug),
    readFlash("/invoices/archive"),
  ]);
  return (
    <ArchivePage
      archive={archive}
      counts={tasks.counts}
      taskLinks={taskLinks("own")}
      timeZone={session.supplier.timeZone}
      scope={scopeChoice("own", ownAccounts, (one) => archivePath({ scope: one }))}
      customerNumber={session.account.customerNumber}
      adviserEmail={supplier?.contactEmail ?? ""}
      done={doneOf(result)}
      markTaken={markTakenAction}
      putBack={putBackAction}
      settle={settleNumbersAction}
    />
  );
}

/** What the last form of the page did. */
function doneOf(result: Readonly<Record<string, string>>) {
  if (result.reason !== undefined) return { kind: "refused" as const, count: 0 };
  if (result.settled === undefined) return takingOutcome(result);
  return { kind: "settled" as const, count: Number(result.count) };
}
