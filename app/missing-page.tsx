import { changeLocaleAction } from "@/app/locale-action";
import { NotFoundPage } from "@/components/errors/not-found-page";
import { PublicShell } from "@/components/shell/public-shell";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { currentSession, readerSession } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "./(customer)/customer-shell";
import { FirstVisitNotice } from "./(customer)/first-visit-notice";

/** The not-found page; for a signed-in customer, inside the frame of their account. */
export async function MissingPage() {
  const session = await currentSession().catch((error: unknown) => {
    if (isUnavailable(error)) return null;
    throw error;
  });
  const reader = session && !session.mustChangePassword ? readerSession(session) : null;
  if (reader)
    return (
      <CustomerShell session={reader} section={null}>
        <FirstVisitNotice session={reader} />
        <NotFoundPage back="invoices" />
      </CustomerShell>
    );
  return (
    <PublicShell brand={null} links={[]} changeLocale={changeLocaleAction}>
      <NotFoundPage back="home" />
    </PublicShell>
  );
}
