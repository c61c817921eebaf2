import { headers } from "next/headers";
import { forgetEntrySupplierAction } from "@/app/forget-entry-supplier-action";
import { switchAccountAction } from "@/app/switch-account-action";
import { EntrySupplierNotice } from "@/components/persons/entry-supplier-notice";
import { SwitchNotice } from "@/components/persons/switch-notice";
import { readFlash } from "@/lib/http/flash";
import { returnPath } from "@/lib/http/return-path";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";

const OUTCOMES = new Map<string, "switched" | "unreachable" | "tooOften">([
  ["yes", "switched"],
  ["no", "unreachable"],
  ["later", "tooOften"],
]);

/**
 * The notice on the first page after a sign-in or switch: says which account is open after the switch or why the switch
 * failed, or that the account belongs to another supplier than the sign-in page (R11).
 */
export async function FirstVisitNotice({ session }: { session: ReaderSession }) {
  const { entrySupplier, supplier, account } = session;
  if (entrySupplier === null) {
    const { switched } = (await readFlash("/invoices")).result;
    const outcome = switched === undefined ? undefined : OUTCOMES.get(switched);
    if (!outcome) return null;
    return <SwitchNotice outcome={outcome} companyName={account.companyName} supplierName={supplier.name} />;
  }
  const accounts = (await listOwnAccounts(session)).filter((own) => own.supplier.slug === entrySupplier.slug);
  return (
    <div className="mb-6">
      <EntrySupplierNotice
        supplierName={supplier.name}
        entrySupplier={entrySupplier}
        identifier={session.identifier}
        companies={accounts}
        next={returnPath((await headers()).get("x-path"))}
        switchCompany={switchAccountAction}
        stay={forgetEntrySupplierAction}
      />
    </div>
  );
}
