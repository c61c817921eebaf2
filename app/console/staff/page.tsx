import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetFactor } from "@/components/console/reset-factor";
import { StaffPage } from "@/components/console/staff/staff-page";
import { readFlash } from "@/lib/http/flash";
import { requireManager } from "@/lib/sign-in/session/current-session";
import { listStaff } from "@/lib/users/list-staff";
import { ConsoleShell } from "../console-shell";
import { resetFactorAction } from "../reset-factor-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.staff"))("title") };
}

export default async function Page() {
  const session = await requireManager();
  const { viewer, supplier } = session;
  const [staff, { result }] = await Promise.all([listStaff(viewer), readFlash("/console/staff")]);
  const resettable = staff.filter(({ hasSecondFactor, isMyself }) => hasSecondFactor && !isMyself);
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
        isReset={result.done === "factor_reset"}
        actions={
          resettable.length > 0 ? (
            <ResetFactor
              people={resettable}
              areStaff
              isRefused={result.reason === "not_found"}
              reset={resetFactorAction.bind(null, "")}
            />
          ) : null
        }
      />
    </ConsoleShell>
  );
}
