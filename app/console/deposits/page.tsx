import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DepositsPage } from "@/components/console/deposits/deposits-page";
import { FilesPage } from "@/components/console/deposits/files-page";
import { now } from "@/lib/clock";
import { COMPARED_MONTHS, listDifferences } from "@/lib/completeness/list-differences";
import { todayIn } from "@/lib/dates";
import { type DepositFilter, depositsPath, readDepositFilter } from "@/lib/deposits/deposit-filter";
import { listAcceptedFiles } from "@/lib/deposits/list-accepted-files";
import { listRefusedFiles } from "@/lib/deposits/list-refused-files";
import { openDeposits } from "@/lib/deposits/open-deposits";
import { readFlash } from "@/lib/http/flash";
import { requireSupplierManager, type SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";

/** The refused files on the overview, and on a page of their list. */
const OVERVIEW_REFUSED = 10;
const PAGE_SIZE = 50;
const OVERVIEW_DIFFERENCES = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.deposits"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/console/deposits">) {
  const [session, search] = await Promise.all([requireSupplierManager(), searchParams]);
  const filter = readDepositFilter(search);
  return (
    <ConsoleShell session={session} section="deposits">
      {filter.show === "overview" ? await overviewPage(session, filter) : await filesPage(session, filter)}
    </ConsoleShell>
  );
}

async function overviewPage({ viewer, supplier }: SupplierManagerSession, filter: DepositFilter) {
  const { timeZone } = supplier;
  const today = todayIn(timeZone, now().getTime());
  const [overview, refused, announced, { result }] = await Promise.all([
    openDeposits(viewer, { timeZone, before: filter.before }),
    listRefusedFiles(viewer, {
      isOpen: true,
      day: null,
      timeZone,
      after: filter.after,
      limit: OVERVIEW_REFUSED,
    }),
    listDifferences(viewer, { today, after: null, limit: OVERVIEW_DIFFERENCES }),
    readFlash("/console/deposits"),
  ]);
  return (
    <DepositsPage
      overview={overview}
      refused={refused.files}
      moreRefusedHref={refused.older && depositsPath({ after: refused.older })}
      isOlder={filter.before !== null}
      done={{ deposited: result.deposited ?? null, dismissed: result.dismissed ?? null }}
      announced={announced}
      comparedMonths={COMPARED_MONTHS}
      today={today}
      timeZone={timeZone}
    />
  );
}

async function filesPage({ viewer, supplier }: SupplierManagerSession, filter: DepositFilter) {
  const { timeZone } = supplier;
  if (filter.show === "refused") {
    const { day, after } = filter;
    const which = { isOpen: false, day, timeZone, after, limit: PAGE_SIZE };
    const { files, older } = await listRefusedFiles(viewer, which);
    return (
      <FilesPage filter={filter} files={{ kind: "refused", list: files }} older={older} timeZone={timeZone} />
    );
  }
  const { files, older } = await listAcceptedFiles(viewer, filter, timeZone);
  return (
    <FilesPage filter={filter} files={{ kind: "accepted", list: files }} older={older} timeZone={timeZone} />
  );
}
