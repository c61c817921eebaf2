import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { changeLocaleAction } from "@/app/locale-action";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { ChangePasswordPage } from "@/components/profile/change-password-page";
import { passwordEntries } from "@/components/profile/password-entries";
import { brandOf } from "@/components/shell/brand";
import { PublicShell } from "@/components/shell/public-shell";
import { readFlash } from "@/lib/http/flash";
import { requirePasswordChange } from "@/lib/sign-in/session/current-session";
import { replacePasswordAction } from "./replace-password-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("password"))("title") };
}

/** The only page open to a user whose password somebody else chose: they must first choose their own. */
export default async function Page() {
  const session = await requirePasswordChange();
  const { result } = await readFlash("/password");
  const { supplier } = session;
  return (
    <PublicShell brand={supplier && brandOf(supplier)} links={PUBLIC_PAGES} changeLocale={changeLocaleAction}>
      <ChangePasswordPage
        identifier={session.identifier}
        reason="must_change"
        {...passwordEntries(result.faults)}
        changePassword={replacePasswordAction}
      />
    </PublicShell>
  );
}
