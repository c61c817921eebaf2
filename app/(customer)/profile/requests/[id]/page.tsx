import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { OwnRequestPage } from "@/components/requests/own-request-page";
import { requestTitle } from "@/components/requests/request-title";
import { ProfileNav } from "@/components/shell/profile-nav";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { readFlash } from "@/lib/http/flash";
import { isReading } from "@/lib/http/recorded-use";
import { isCountedVisit } from "@/lib/http/response-head";
import { noteRequestRead } from "@/lib/requests/note-request-read";
import { openOwnRequest } from "@/lib/requests/open-own-request";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { CustomerShell, PROFILE_PAGES } from "../../../customer-shell";
import { closeRequestAction } from "../close-request-action";
import { replyAction } from "../reply-action";
import { requestPath } from "../request-path";
import { writingRefusal, writingResult } from "../writing-result";

type Props = PageProps<"/profile/requests/[id]">;

const openRequest = cache(async (id: string) => {
  const session = await requireReader();
  return { session, opened: await openOwnRequest(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { opened } = await openRequest((await params).id);
  if (!opened) return { title: (await getTranslations("notFound"))("pageTitle") };
  return { title: requestTitle(await getTranslations("requests"), opened.thread.subject) };
}

export default async function Page({ params }: Props) {
  const { session, opened } = await openRequest((await params).id);
  if (!opened) {
    answerNotFound();
    return <MissingPage />;
  }
  const { thread, adviser } = opened;
  if (isCountedVisit(isReading, await headers())) noteRequestRead(session.viewer, [thread.id]);
  const flash = await readFlash(requestPath(thread.id));
  return (
    <CustomerShell session={session} section={null} profilePage="requests">
      <ProfileNav pages={PROFILE_PAGES} currentPage="requests">
        <OwnRequestPage
          thread={thread}
          adviser={adviser}
          supplierName={session.supplier.name}
          timeZone={session.supplier.timeZone}
          formResult={writingResult(flash)}
          refusal={writingRefusal(flash)}
          reply={replyAction.bind(null, thread.id, "")}
          close={closeRequestAction.bind(null, thread.id, "")}
        />
      </ProfileNav>
    </CustomerShell>
  );
}
