import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { choosePasswordAction } from "@/app/[supplier]/reset/[token]/choose-password-action";
import { sendAgainAction } from "@/app/[supplier]/reset/[token]/send-again-action";
import { changeLocaleAction } from "@/app/locale-action";
import { passwordEntries } from "@/components/profile/password-entries";
import { ChoosePasswordPage } from "@/components/recovery/choose-password-page";
import { LinkProblemPage } from "@/components/recovery/link-problem-page";
import { PublicShell } from "@/components/shell/public-shell";
import { formatInstant } from "@/lib/dates";
import { readFlash } from "@/lib/http/flash";
import { openToken } from "@/lib/recovery/open-token";
import { secretInPath } from "@/lib/tokens/secret-in-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reset"))("pageTitle") };
}

/** The page of an operator's mailed password link. Opening it changes nothing. */
export default async function Page({ params }: PageProps<"/reset/[token]">) {
  const secret = secretInPath((await params).token);
  const [opened, { result, typed }, locale] = await Promise.all([
    openToken(null, secret),
    readFlash("/reset"),
    getLocale(),
  ]);
  return (
    <PublicShell brand={null} links={[]} changeLocale={changeLocaleAction}>
      {opened.ok ? (
        <ChoosePasswordPage
          email={opened.token.email}
          users={opened.token.users}
          chosen={typed.user ?? ""}
          expiresAt={formatInstant(opened.token.expiresAt, locale, "Europe/Paris")}
          isNobodyChosen={(result.faults ?? "").split(" ").includes("nobody_chosen")}
          {...passwordEntries(result.faults)}
          choosePassword={choosePasswordAction.bind(null, "", secret)}
        />
      ) : (
        <LinkProblemPage
          problem={opened.reason}
          recoverHref="/recover"
          sendAgain={opened.reason === "unknown" ? null : sendAgainAction.bind(null, "", secret)}
        />
      )}
    </PublicShell>
  );
}
