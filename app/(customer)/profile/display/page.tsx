import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DisplayPage } from "@/components/profile/display-page";
import { ProfileNav } from "@/components/shell/profile-nav";
import { readFlash } from "@/lib/http/flash";
import { openDisplayHistory } from "@/lib/invoices/register/open-display-history";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { formerPortal } from "@/lib/suppliers/former-portal";
import { CustomerShell, PROFILE_PAGES } from "../../customer-shell";
import { saveDisplayHistoryAction } from "./save-display-history-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("display"))("title") };
}

export default async function Page() {
  const session = await requireReader();
  const [{ supplier, chosenMonths, choices }, { result }] = await Promise.all([
    openDisplayHistory(session),
    readFlash("/profile/display"),
  ]);
  return (
    <CustomerShell session={session} section={null} profilePage="display">
      <ProfileNav pages={PROFILE_PAGES} currentPage="display">
        <DisplayPage
          identifier={session.identifier}
          companyName={session.account.companyName}
          supplierName={session.supplier.name}
          choices={choices}
          chosenMonths={chosenMonths}
          defaultMonths={supplier.defaultHistoryMonths}
          retentionMonths={supplier.retentionMonths}
          isSaved={result.saved === "yes"}
          isRefused={result.reason === "too_often"}
          formerPortal={formerPortal(supplier)}
          save={saveDisplayHistoryAction}
        />
      </ProfileNav>
    </CustomerShell>
  );
}
