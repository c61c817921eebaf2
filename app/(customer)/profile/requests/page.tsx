import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnRequestsPage } from "@/components/requests/own-requests-page";
import { ProfileNav } from "@/components/shell/profile-nav";
import { searchParam } from "@/lib/http/search-params";
import { listOwnRequests } from "@/lib/requests/list-own-requests";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { CustomerShell, PROFILE_PAGES } from "../../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/profile/requests">) {
  const session = await requireReader();
  const after = searchParam(await searchParams, "after");
  return (
    <CustomerShell session={session} section={null} profilePage="requests">
      <ProfileNav pages={PROFILE_PAGES} currentPage="requests">
        <OwnRequestsPage
          requests={await listOwnRequests(session.viewer, after)}
          isOlderPage={after !== ""}
          timeZone={session.supplier.timeZone}
        />
      </ProfileNav>
    </CustomerShell>
  );
}
