import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementsPage } from "@/components/console/deposits/announcements-page";
import { now } from "@/lib/clock";
import {
  COMPARED_MONTHS,
  listDifferences,
  readDifferenceCursor,
  writeDifferenceCursor,
} from "@/lib/completeness/list-differences";
import { todayIn } from "@/lib/dates";
import { readFlash } from "@/lib/http/flash";
import { searchParam } from "@/lib/http/search-params";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { isAnnouncementRefusal } from "./announcement-refusal";

const PAGE = "/console/deposits/announcements";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.deposits.announcements"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/console/deposits/announcements">) {
  const [session, search] = await Promise.all([requireSupplierManager(), searchParams]);
  const { viewer, supplier } = session;
  const today = todayIn(supplier.timeZone, now().getTime());
  const after = readDifferenceCursor(searchParam(search, "after"));
  const [t, announced, { result }] = await Promise.all([
    getTranslations("console.deposits.announcements"),
    listDifferences(viewer, { today, after }),
    readFlash(PAGE),
  ]);
  const { reason, value = "" } = result;
  const next = announced?.next ?? null;
  return (
    <ConsoleShell session={session} section="deposits">
      <AnnouncementsPage
        fileHref={`${PAGE}/file`}
        refusal={isAnnouncementRefusal(reason) ? t(`refusals.${reason}`, { value }) : null}
        saved={result.announced === undefined ? null : Number(result.announced)}
        announced={announced}
        comparedMonths={COMPARED_MONTHS}
        links={{ first: after && PAGE, next: next && `${PAGE}?after=${writeDifferenceCursor(next)}` }}
        month={today.slice(0, 7)}
      />
    </ConsoleShell>
  );
}
