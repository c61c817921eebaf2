import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { recoverAction } from "@/app/[supplier]/recover/recover-action";
import { changeLocaleAction } from "@/app/locale-action";
import { type RecoverAnswer, RecoverPage } from "@/components/recovery/recover-page";
import { PublicShell } from "@/components/shell/public-shell";
import { NO_HOURS } from "@/lib/contact-hours";
import { readFlash } from "@/lib/http/flash";
import { installationAsSender } from "@/lib/mails/kinds/installation-as-sender";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recover"))("pageTitle") };
}

const ANSWERS: readonly RecoverAnswer[] = ["neutral", "not_an_address", "too_many"];

/** « Mot de passe ou identifiant oublié » for operators; the others use their supplier's page. */
export default async function Page() {
  const { result } = await readFlash("/recover");
  const { senderAddress, contactEmail } = installationAsSender();
  return (
    <PublicShell brand={null} links={[]} changeLocale={changeLocaleAction}>
      <RecoverPage
        answer={ANSWERS.find((answer) => answer === result.answer) ?? null}
        email={result.email ?? ""}
        contact={{ phone: "", email: contactEmail, hours: NO_HOURS }}
        senderAddress={senderAddress}
        signInHref="/"
        helpHref={null}
        recover={recoverAction.bind(null, "")}
      />
    </PublicShell>
  );
}
