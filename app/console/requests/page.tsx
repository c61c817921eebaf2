import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffRequestsPage } from "@/components/console/requests/staff-requests-page";
import { searchParam } from "@/lib/http/search-params";
import { REQUEST_KINDS, REQUEST_VIEWS } from "@/lib/request-choices";
import { listStaffRequests, type StaffRequestFilter } from "@/lib/requests/list-staff-requests";
import { requestStatistics } from "@/lib/requests/request-statistics";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.requests"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/console/requests">) {
  const session = await requireSupplierStaff();
  const { viewer, supplier } = session;
  const params = await searchParams;
  const filter: StaffRequestFilter = {
    view: REQUEST_VIEWS.find((view) => view === searchParam(params, "view")) ?? "mine",
    kind: REQUEST_KINDS.find((kind) => kind === searchParam(params, "kind")) ?? null,
    after: searchParam(params, "after"),
  };
  const [list, statistics] = await Promise.all([
    listStaffRequests(viewer, filter),
    requestStatistics(viewer, supplier.timeZone),
  ]);
  return (
    <ConsoleShell session={session} section="requests">
      <StaffRequestsPage {...list} filter={filter} statistics={statistics} timeZone={supplier.timeZone} />
    </ConsoleShell>
  );
}
