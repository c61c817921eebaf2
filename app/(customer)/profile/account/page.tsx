import { AccountPage } from "@/components/profile/account-page";
import { passwordEntries } from "@/components/profile/password-entries";
import { ProfileNav } from "@/components/shell/profile-nav";
import { requireCustomer } from "@/lib/auth/current-session";
import { readFlash } from "@/lib/http/flash";
import { getOwnProfile } from "@/lib/users/get-own-profile";
import { listAdministrators } from "@/lib/users/list-administrators";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerShell, PROFILE_PAGES } from "../../customer-shell";
import { changePasswordAction } from "./change-password-action";
import { saveNameAction } from "./save-name-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function Page() {
  const session = await requireCustomer();
  const { viewer, supplier } = session;
  const [profile, administrators, flash] = await Promise.all([
    getOwnProfile(viewer),
    viewer.kind === "member" ? listAdministrators(viewer) : [],
    readFlash("/profile/account"),
  ]);
  return (
    <CustomerShell session={session} section={null} profilePage="account">
      <ProfileNav pages={PROFILE_PAGES} currentPage="account">
        <AccountPage
          identity={{
            identifier: profile.identifier,
            name: profile.name,
            role: viewer.kind,
            email: profile.email,
            isEmailProven: profile.emailVerifiedAt !== null,
            isNotificationAddress: profile.email !== null && profile.email === profile.notificationEmail,
          }}
          company={{
            name: profile.companyName,
            siren: profile.siren,
            customerNumber: profile.customerNumber,
            supplier: supplier.name,
          }}
          administrators={administrators}
          password={{
            changedAt: profile.passwordChangedAt,
            ...passwordEntries(flash.faults),
            isPresentWrong: flash.reason === "wrong_present",
            waitMinutes: flash.reason === "too_many" ? Number(flash.minutes) : null,
          }}
          timeZone={supplier.timeZone}
          saved={flash.saved === "name" || flash.saved === "password" ? flash.saved : null}
          links={{
            recover: `/${supplier.slug}/recover`,
            request: "/profile/notifications#request",
            privacy: `/${supplier.slug}/legal/privacy`,
            export: "/profile/account/export",
          }}
          saveName={saveNameAction}
          changePassword={changePasswordAction}
        />
      </ProfileNav>
    </CustomerShell>
  );
}
