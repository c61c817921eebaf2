import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { codeProblem } from "@/components/second-factor/code-problem";
import { EnrolPage } from "@/components/second-factor/enrol-page";
import { ProfileNav } from "@/components/shell/profile-nav";
import { readFlash } from "@/lib/http/flash";
import { checkFreshProof } from "@/lib/sign-in/fresh-proof";
import { describeEnrolment } from "@/lib/sign-in/second-factor/describe-enrolment";
import { openEnrolmentOffer } from "@/lib/sign-in/second-factor/enrolment-offer";
import { hasSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { CustomerShell, PROFILE_PAGES } from "../../../customer-shell";
import { enrolSecondFactorAction } from "./enrol-second-factor-action";

const PATH = "/profile/security/second-factor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("secondFactor"))("enrol.title") };
}

/** « Activer le second facteur » for a customer's user; shows a secret only with fresh proof. */
export default async function Page() {
  const session = await requireCustomer();
  const { result, typed } = await readFlash(PATH);
  const offer = typed.offer ?? "";
  if (await hasSecondFactor(session.viewer.userId)) redirect("/profile/security");
  // A form that was refused contains an offer made with fresh proof, so it needs no new proof.
  if (!openEnrolmentOffer(session, offer) && !(await checkFreshProof(session)).ok)
    redirect("/profile/security");
  return (
    <CustomerShell session={session} section={null} profilePage="security">
      <ProfileNav pages={PROFILE_PAGES} currentPage="security">
        <EnrolPage
          enrolment={describeEnrolment(session, session.supplier.name, offer)}
          problem={codeProblem(result)}
          next={null}
          enrol={enrolSecondFactorAction}
          signOut={null}
        />
      </ProfileNav>
    </CustomerShell>
  );
}
