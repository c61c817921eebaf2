import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewQuestionPage } from "@/components/requests/new-question-page";
import { ProfileNav } from "@/components/shell/profile-nav";
import { readFlash } from "@/lib/http/flash";
import { openAdviser } from "@/lib/requests/find-adviser";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { CustomerShell, PROFILE_PAGES } from "../../../customer-shell";
import { askQuestionAction } from "../ask-question-action";
import { writingRefusal } from "../writing-result";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("newQuestion") };
}

export default async function Page() {
  const session = await requireCustomer();
  const [adviser, flash] = await Promise.all([
    openAdviser(session.viewer),
    readFlash("/profile/requests/new"),
  ]);
  return (
    <CustomerShell session={session} section={null} profilePage="requests">
      <ProfileNav pages={PROFILE_PAGES} currentPage="requests">
        <NewQuestionPage adviser={adviser} refusal={writingRefusal(flash)} ask={askQuestionAction} />
      </ProfileNav>
    </CustomerShell>
  );
}
