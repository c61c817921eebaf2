import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { switchAccountAction } from "@/app/switch-account-action";
import { type AttachRefusal, isAttachRefusal } from "@/components/persons/attach-form";
import { type CompaniesNews, CompaniesPage } from "@/components/persons/companies-page";
import { ProfileNav } from "@/components/shell/profile-nav";
import { readFlash } from "@/lib/http/flash";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { CustomerShell, PROFILE_PAGES } from "../../customer-shell";
import { attachIdentifierAction } from "./attach-identifier-action";
import { detachIdentifierAction } from "./detach-identifier-action";
import { requestAttachmentAction } from "./request-attachment-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies"))("title") };
}

export default async function Page() {
  const session = await requireCustomer();
  const [accounts, flash] = await Promise.all([listOwnAccounts(session), readFlash("/profile/companies")]);
  return (
    <CustomerShell session={session} section={null} profilePage="companies">
      <ProfileNav pages={PROFILE_PAGES} currentPage="companies">
        <CompaniesPage
          companies={accounts}
          news={newsOf(flash, session.identifier)}
          refusal={refusalOf(flash)}
          identifier={flash.refusal ? (flash.identifier ?? "") : ""}
          open={switchAccountAction}
          detach={detachIdentifierAction}
          attach={attachIdentifierAction}
          askLink={requestAttachmentAction}
        />
      </ProfileNav>
    </CustomerShell>
  );
}

function newsOf(flash: Record<string, string>, ownIdentifier: string): CompaniesNews | null {
  switch (flash.news) {
    case "attached":
      return { kind: flash.news, companyName: flash.company ?? "", supplierName: flash.supplier ?? "" };
    case "detached":
    case "still_mine":
      return { kind: flash.news, identifier: flash.identifier ?? "" };
    case "link_requested":
      return { kind: flash.news, identifier: ownIdentifier };
    case "not_attached":
      return { kind: flash.news };
    default:
      return null;
  }
}

function refusalOf(flash: Record<string, string>): AttachRefusal | null {
  const { refusal } = flash;
  if (refusal === "too_many") return { reason: refusal, minutes: Number(flash.minutes) || 1 };
  return isAttachRefusal(refusal) ? { reason: refusal } : null;
}
