import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage, type AccountSaved } from "@/components/profile/account-page";
import { passwordEntries } from "@/components/profile/password-entries";
import { ProfileNav } from "@/components/shell/profile-nav";
import { type Flash, readFlash } from "@/lib/http/flash";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { getOwnProfile } from "@/lib/users/get-own-profile";
import { listAdministrators } from "@/lib/users/list-administrators";
import { CustomerShell, PROFILE_PAGES } from "../../customer-shell";
import { changePasswordAction } from "./change-password-action";
import { saveNameAction } from "./save-name-action";

const NAME_PROBLEMS = ["name_invalid", "too_often"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function Page() {
  const session = await requireCustomer();
  const { viewer, supplier } = session;
  const [profile, accounts, administrators, { result, typed }] = await Promise.all([
    getOwnProfile(viewer),
    listOwnAccounts(session),
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
            nameProblem: NAME_PROBLEMS.find((problem) => problem === result.reason) ?? null,
            typedName: typed.name ?? null,
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
            isAttached: accounts.some(({ isCurrent, isAttached }) => isCurrent && isAttached),
            ...passwordEntries(result.faults),
            isCurrentWrong: result.reason === "wrong_current",
            hasSpaceAtEnds: result.hasSpaceAtEnds === "yes",
            waitMinutes: result.reason === "too_many" ? Number(result.minutes) : null,
          }}
          timeZone={supplier.timeZone}
          saved={savedOf(result)}
          links={{
            recover: `/${supplier.slug}/recover`,
            request: "/profile/notifications#request",
            privacy: `/${supplier.slug}/legal/privacy`,
            export: "/profile/account/export",
            companies: "/profile/companies",
          }}
          saveName={saveNameAction}
          changePassword={changePasswordAction}
        />
      </ProfileNav>
    </CustomerShell>
  );
}

function savedOf({ saved, detached = "", detachedCount }: Flash["result"]): AccountSaved | null {
  if (saved === "name") return { what: saved };
  if (saved !== "password") return null;
  const identifiers = detached.split(" ").filter(Boolean);
  return {
    what: saved,
    detached: identifiers,
    more: Math.max(0, Number(detachedCount) - identifiers.length),
  };
}
