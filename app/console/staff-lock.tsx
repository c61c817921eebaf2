import { signOutAction } from "@/app/sign-out-action";
import { ConsoleLock } from "@/components/second-factor/console-lock";
import { shownDemoCode } from "@/lib/health/shown-demo-code";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { unlockAction } from "./unlock-action";

/** Locks a page of the console, or a customer's page that staff view as its user (decision 35). */
export async function StaffLock() {
  const session = await currentSession();
  if (!session) return null;
  const { viewer, supplier, identifier } = session;
  return (
    <ConsoleLock
      supplierName={supplier?.name ?? "E-Facture"}
      identifier={identifier}
      codeHref={(await shownDemoCode(viewer.userId)) === null ? null : "/second-factor"}
      action={unlockAction}
      signOut={signOutAction}
    />
  );
}
