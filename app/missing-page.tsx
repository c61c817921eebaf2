import { changeLocaleAction } from "@/app/locale-action";
import { NotFoundPage } from "@/components/errors/not-found-page";
import { ElsewherePage } from "@/components/persons/elsewhere-page";
import { PublicShell } from "@/components/shell/public-shell";
import { currentSession, isCustomerSession } from "@/lib/auth/current-session";
import { isUnavailable } from "@/lib/http/is-unavailable";
import type { OwnAccount } from "@/lib/persons/own-account";
import { Arrival } from "./(customer)/arrival";
import { companyProps } from "./(customer)/company-props";
import { CustomerShell } from "./(customer)/customer-shell";
import { switchAccountAction } from "./switch-account-action";

/** Says that nothing is here, inside the space of the customer who asks; or in which other of theirs it is. */
export async function MissingPage({
  elsewhere,
}: {
  elsewhere?: { account: OwnAccount; path: string } | null;
}) {
  const session = await currentSession().catch((error: unknown) => {
    if (isUnavailable(error)) return null;
    throw error;
  });
  if (session && isCustomerSession(session) && !session.mustChangePassword)
    return (
      <CustomerShell session={session} section={null}>
        {elsewhere ? (
          <ElsewherePage
            company={companyProps(elsewhere.account)}
            next={elsewhere.path}
            switchCompany={switchAccountAction}
          />
        ) : (
          <>
            <Arrival session={session} />
            <NotFoundPage back="invoices" />
          </>
        )}
      </CustomerShell>
    );
  return (
    <PublicShell brand={null} links={[]} changeLocale={changeLocaleAction}>
      <NotFoundPage back="home" />
    </PublicShell>
  );
}
