import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { switchAccountAction } from "@/app/switch-account-action";
import { type AttachRefusal, isAttachRefusal } from "@/components/persons/attach-form";
import { type CompaniesOutcome, CompaniesPage } from "@/components/persons/companies-page";
import { ProfileNav } from "@/components/shell/profile-nav";
import { type Flash, readFlash } from "@/lib/http/flash";
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
  const [accounts, { result, typed }] = await Promise.all([
    listOwnAccounts(session),
    readFlash("/profile/companies"),
  ]);
  return (
    <CustomerShell session={session} section={null} profilePage="companies">
      <ProfileNav pages={PROFILE_PAGES} currentPage="companies">
        <CompaniesPage
          companies={accounts}
          outcome={outcomeOf(result, session.identifier)}
          refusal={refusalOf(result)}
          identifier={typed.identifier ?? ""}
          open={switchAccountAction}
          detach={detachIdentifierAction}
          attach={attachIdentifierAction}
          askLink={requestAttachmentAction}
        />
      </ProfileNav>
    </CustomerShell>
  );
}

function outcomeOf(result: Flash["result"], ownIdentifier: string): CompaniesOutcome | null {
  switch (result.outcome) {
    case "attached":
      return { kind: result.outcome, companyName: result.company ?? "", supplierName: result.supplier ?? "" };
    case "detached":
    case "still_mine":
      return { kind: result.outcome, identifier: result.identifier ?? "" };
    case "link_requested":
      return { kind: result.outcome, identifier: ownIdentifier };
    case "not_attached":
      return { kind: result.outcome };
    default:
      return null;
  }
}

function refusalOf({ reason, minutes, hasSpaceAtEnds }: Flash["result"]): AttachRefusal | null {
  if (reason === "too_many") return { reason, minutes: Number(minutes) || 1 };
  return isAttachRefusal(reason) ? { reason, hasSpaceAtEnds: hasSpaceAtEnds === "yes" } : null;
}
