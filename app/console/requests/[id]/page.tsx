import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { StaffRequestPage } from "@/components/console/requests/staff-request-page";
import { requestTitle } from "@/components/requests/request-title";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { readFlash } from "@/lib/http/flash";
import { isReading } from "@/lib/http/recorded-use";
import { isCountedVisit } from "@/lib/http/response-head";
import { markAnswering } from "@/lib/requests/mark-answering";
import { openStaffRequest } from "@/lib/requests/open-staff-request";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { answerRequestAction } from "./answer-request-action";
import { assignRequestAction } from "./assign-request-action";
import { closeOrReopenRequestAction } from "./close-or-reopen-request-action";
import { markAnsweringAction } from "./mark-answering-action";
import { passOnRequestAction } from "./pass-on-request-action";
import { requestFormResult } from "./request-form-result";
import { staffRequestPath } from "./staff-request-path";

type Props = PageProps<"/console/requests/[id]">;

const openRequest = cache(async (id: string) => {
  const session = await requireSupplierStaff();
  return { session, request: await openStaffRequest(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { request } = await openRequest((await params).id);
  if (!request) return { title: (await getTranslations("notFound"))("pageTitle") };
  return { title: requestTitle(await getTranslations("requests"), request.thread.subject) };
}

export default async function Page({ params }: Props) {
  const { session, request } = await openRequest((await params).id);
  if (!request) {
    answerNotFound();
    return <MissingPage />;
  }
  const { viewer, supplier } = session;
  const { id } = request.thread;
  if (isCountedVisit(isReading, await headers())) await markAnswering(viewer, id);
  const flash = await readFlash(staffRequestPath(id));
  return (
    <ConsoleShell session={session} section="requests">
      <StaffRequestPage
        request={request}
        supplierName={supplier.name}
        viewerId={viewer.userId}
        timeZone={supplier.timeZone}
        formResult={await requestFormResult(flash)}
        typedNote={flash.typed.note ?? ""}
        answer={answerRequestAction.bind(null, id)}
        markAnswering={markAnsweringAction.bind(null, id)}
        assign={assignRequestAction.bind(null, id)}
        passOn={passOnRequestAction.bind(null, id)}
        closeOrReopen={closeOrReopenRequestAction.bind(null, id)}
      />
    </ConsoleShell>
  );
}
