import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SecurityPage } from "@/components/profile/security-page";
import { ProfileNav } from "@/components/shell/profile-nav";
import { readFlash } from "@/lib/http/flash";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { findSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { listSessions } from "@/lib/sign-in/session/list-sessions";
import { getOwnProfile } from "@/lib/users/get-own-profile";
import { CustomerShell, PROFILE_PAGES } from "../../customer-shell";
import { endOtherSessionsAction } from "./end-other-sessions-action";
import { endSessionAction } from "./end-session-action";
import { removeSecondFactorAction } from "./remove-second-factor-action";
import { renewCodesAction } from "./renew-codes-action";
import { startEnrolmentAction } from "./start-enrolment-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security"))("title") };
}

const FACTOR_RESULTS = ["enrolled", "removed", "switched"] as const;

export default async function Page() {
  const session = await requireCustomer();
  const [{ open, recent, otherDevices }, accounts, profile, factor, { result }] = await Promise.all([
    listSessions(session),
    listOwnAccounts(session),
    getOwnProfile(session.viewer),
    findSecondFactor(session.viewer.userId),
    readFlash("/profile/security"),
  ]);
  return (
    <CustomerShell session={session} section={null} profilePage="security">
      <ProfileNav pages={PROFILE_PAGES} currentPage="security">
        <SecurityPage
          open={open}
          recent={recent}
          otherDevices={otherDevices}
          passwordChangedAt={profile.passwordChangedAt}
          timeZone={session.supplier.timeZone}
          endedCount={countIn(result.ended)}
          detachedCount={countIn(result.detached) ?? 0}
          hasAttached={accounts.some(({ isAttached }) => isAttached)}
          passwordHref="/profile/account#password-form"
          end={endSessionAction}
          endOthers={endOtherSessionsAction}
          factor={factor}
          factorResult={FACTOR_RESULTS.find((one) => one === (result.factor ?? result.reason)) ?? null}
          factorActions={{
            start: startEnrolmentAction,
            renew: renewCodesAction,
            remove: removeSecondFactorAction,
          }}
        />
      </ProfileNav>
    </CustomerShell>
  );
}

const countIn = (text = "") => (/^\d{1,4}$/.test(text) ? Number(text) : null);
