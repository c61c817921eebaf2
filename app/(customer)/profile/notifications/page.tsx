import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationsPage } from "@/components/profile/notifications-page";
import { ProfileNav } from "@/components/shell/profile-nav";
import { helpPath } from "@/lib/help/help-path";
import { readFlash } from "@/lib/http/flash";
import { listRecentMails } from "@/lib/mails/deliveries/list-recent-mails";
import { listRequestsOfKinds } from "@/lib/requests/list-requests-of-kinds";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { getOwnProfile } from "@/lib/users/get-own-profile";
import { CustomerShell, PROFILE_PAGES } from "../../customer-shell";
import { askForChangeAction } from "./ask-for-change-action";
import { requestAnswer } from "./request-answer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function Page() {
  const session = await requireReader();
  const { viewer, supplier } = session;
  const [profile, requests, mails, flash] = await Promise.all([
    getOwnProfile(viewer),
    listRequestsOfKinds(viewer, ["notification_change", "duplicate"]),
    listRecentMails(viewer),
    readFlash("/profile/notifications"),
  ]);
  return (
    <CustomerShell session={session} section={null} profilePage="notifications">
      <ProfileNav pages={PROFILE_PAGES} currentPage="notifications">
        <NotificationsPage
          notified={{
            address: profile.notificationEmail,
            since: profile.notificationEmailSince,
            preference: profile.preference,
            isOnPaper: profile.channel === "paper",
            stopped: profile.addressState,
          }}
          supplierName={supplier.name}
          timeZone={supplier.timeZone}
          requests={requests}
          mails={mails}
          answer={requestAnswer(flash)}
          sent={flash.result.sent === "yes" ? { isCopied: profile.email !== null } : null}
          helpHref={helpPath(supplier.slug, "no-notification-mail")}
          ask={askForChangeAction}
        />
      </ProfileNav>
    </CustomerShell>
  );
}
