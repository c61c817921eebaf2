import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changeLocaleAction } from "@/app/locale-action";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { signOutAction } from "@/app/sign-out-action";
import { CodePage } from "@/components/second-factor/code-page";
import { codeProblem } from "@/components/second-factor/code-problem";
import { EnrolPage } from "@/components/second-factor/enrol-page";
import { brandOf } from "@/components/shell/brand";
import { PublicShell } from "@/components/shell/public-shell";
import { isCustomerUser } from "@/lib/access/viewer";
import { shownDemoCode } from "@/lib/health/shown-demo-code";
import { readFlash } from "@/lib/http/flash";
import { returnPath } from "@/lib/http/return-path";
import { describeEnrolment } from "@/lib/sign-in/second-factor/describe-enrolment";
import { RECOVERY_CODES } from "@/lib/sign-in/second-factor/recovery-codes";
import { currentSession, requireWaitingSession } from "@/lib/sign-in/session/current-session";
import { waitingSession } from "@/lib/sign-in/session/waiting-session";
import { findSupplier } from "@/lib/suppliers/find-supplier";
import { enrolAction } from "./enrol-action";
import { giveCodeAction } from "./give-code-action";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("secondFactor");
  return { title: t((await waitingSession())?.state === "enrol" ? "enrol.title" : "title") };
}

/** The code after the password, enrolment at the first sign-in of staff, or a locked screen. */
export default async function Page({ searchParams }: PageProps<"/second-factor">) {
  const { next: requested } = await searchParams;
  const next = returnPath(typeof requested === "string" ? requested : null);
  if (!(await waitingSession()) && (await currentSession())) redirect(next ?? "/invoices");
  const waiting = await requireWaitingSession();
  const { viewer, identifier, state } = waiting;
  const supplier = waiting.supplier && (await findSupplier(waiting.supplier.slug));
  const { result, typed } = await readFlash("/second-factor");
  const supplierName = supplier?.name ?? "E-Facture";
  return (
    <PublicShell brand={supplier && brandOf(supplier)} links={PUBLIC_PAGES} changeLocale={changeLocaleAction}>
      {state === "enrol" ? (
        <EnrolPage
          enrolment={describeEnrolment(waiting, supplierName, typed.offer ?? "")}
          problem={codeProblem(result)}
          next={next}
          enrol={enrolAction}
          signOut={signOutAction}
        />
      ) : (
        <CodePage
          supplierName={supplierName}
          identifier={identifier}
          isLocked={state === "locked"}
          isStaff={!isCustomerUser(viewer)}
          recoveryCodes={RECOVERY_CODES}
          problem={codeProblem(result)}
          demoCode={await shownDemoCode(viewer.userId)}
          next={next}
          giveCode={giveCodeAction}
          signOut={signOutAction}
        />
      )}
    </PublicShell>
  );
}
