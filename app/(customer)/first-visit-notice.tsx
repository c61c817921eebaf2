import { headers } from "next/headers";
import type { ReactNode } from "react";
import { forgetEntrySupplierAction } from "@/app/forget-entry-supplier-action";
import { switchAccountAction } from "@/app/switch-account-action";
import { EntrySupplierNotice } from "@/components/persons/entry-supplier-notice";
import { SwitchNotice } from "@/components/persons/switch-notice";
import { readFlash } from "@/lib/http/flash";
import { returnPath } from "@/lib/http/return-path";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { OwnAccount } from "@/lib/persons/own-account";
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
export const FirstVisitNotice = ({ session }: { session: ReaderSession }) => firstVisitNotice(session, {});

interface NoticeOptions {
  /** The person's accounts, if the page has read them. */
  ownAccounts?: readonly OwnAccount[];
  /** In one line, which opens; for a page whose content must start high. */
  isCompact?: boolean;
}

/** The same notice; null when there is nothing to say. */
export async function firstVisitNotice(
  session: ReaderSession,
  { ownAccounts, isCompact = false }: NoticeOptions,
): Promise<ReactNode> {
  const { entrySupplier, supplier, account } = session;
  if (entrySupplier === null) {
    const { switched } = (await readFlash("/invoices")).result;
    const outcome = switched === undefined ? undefined : OUTCOMES.get(switched);
    if (!outcome) return null;
    const names = { companyName: account.companyName, supplierName: supplier.name };
    return <SwitchNotice outcome={outcome} {...names} isCompact={isCompact} />;
  }
  const accounts = (ownAccounts ?? (await listOwnAccounts(session))).filter(
    (own) => own.supplier.slug === entrySupplier.slug,
  );
  return (
    <div className={isCompact ? "list-notice" : "mb-6"}>
      <EntrySupplierNotice
        isCompact={isCompact}
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
