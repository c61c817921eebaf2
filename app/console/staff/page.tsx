import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetFactor } from "@/components/console/reset-factor";
import { InviteStaff } from "@/components/console/staff/invite-staff";
import { StaffActions } from "@/components/console/staff/staff-actions";
import { StaffPage } from "@/components/console/staff/staff-page";
import { readFlash } from "@/lib/http/flash";
import { requireManager } from "@/lib/sign-in/session/current-session";
import { listStaff } from "@/lib/users/staff/list-staff";
import { ConsoleShell } from "../console-shell";
import { resetFactorAction } from "../reset-factor-action";
import { changeStaffAction } from "./change-staff-action";
import { inviteStaffAction } from "./invite-staff-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.staff"))("title") };
}

export default async function Page() {
  const session = await requireManager();
  const { viewer, supplier } = session;
  const [staff, { result, typed }] = await Promise.all([listStaff(viewer), readFlash("/console/staff")]);
  const resettable = staff.filter(
    ({ hasSecondFactor, isActive, isMyself }) => hasSecondFactor && isActive && !isMyself,
  );
  return (
    <ConsoleShell
      session={session}
      section={viewer.kind === "operator" ? "staff" : "settings"}
      settingsPage="staff"
    >
      <StaffPage
        staff={staff}
        isInstallation={viewer.kind === "operator"}
        timeZone={supplier?.timeZone ?? "Europe/Paris"}
        result={result}
        manage={
          viewer.kind === "manager" ? (
            <>
              <InviteStaff result={result} typed={typed} invite={inviteStaffAction} />
              <StaffActions staff={staff} result={result} change={changeStaffAction} />
            </>
          ) : null
        }
        lost={
          resettable.length > 0 ? (
            <ResetFactor
              people={resettable}
              areStaff
              isRefused={result.action === "factor"}
              reset={resetFactorAction.bind(null, "")}
            />
          ) : null
        }
      />
    </ConsoleShell>
  );
}
