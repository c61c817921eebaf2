import { headers } from "next/headers";
import { leaveDoorAction } from "@/app/leave-door-action";
import { switchAccountAction } from "@/app/switch-account-action";
import { Switched } from "@/components/persons/switched";
import { WrongDoor } from "@/components/persons/wrong-door";
import { readFlash } from "@/lib/http/flash";
import { returnPath } from "@/lib/http/return-path";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";

const OUTCOMES = new Map<string, "switched" | "unreachable" | "tooOften">([
  ["yes", "switched"],
  ["no", "unreachable"],
  ["later", "tooOften"],
]);

/** What whoever just arrived in this space should know of it: that it is another one than before, or than meant (R11). */
export async function Arrival({ session }: { session: CustomerSession }) {
  const { door, supplier, account } = session;
  if (door === null) {
    const { switched } = (await readFlash("/invoices")).said;
    const outcome = switched === undefined ? undefined : OUTCOMES.get(switched);
    if (!outcome) return null;
    return <Switched outcome={outcome} companyName={account.companyName} supplierName={supplier.name} />;
  }
  const accounts = (await listOwnAccounts(session)).filter((own) => own.supplier.slug === door.slug);
  return (
    <div className="mb-6">
      <WrongDoor
        supplierName={supplier.name}
        door={door}
        identifier={session.identifier}
        companies={accounts}
        next={returnPath((await headers()).get("x-path"))}
        switchCompany={switchAccountAction}
        stay={leaveDoorAction}
      />
    </div>
  );
}
