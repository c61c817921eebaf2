import { signOutAction } from "@/app/sign-out-action";
import { ConsoleLock } from "@/components/second-factor/console-lock";
import { shownDemoCode } from "@/lib/health/shown-demo-code";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { unlockAction } from "./unlock-action";

/** Locks a page that staff look at: of the console, or of a customer in a view as one (decision 35). */
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
