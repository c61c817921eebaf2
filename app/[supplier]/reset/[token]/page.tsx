import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { passwordEntries } from "@/components/profile/password-entries";
import { ChoosePasswordPage } from "@/components/recovery/choose-password-page";
import { LinkProblemPage } from "@/components/recovery/link-problem-page";
import { formatInstant } from "@/lib/dates";
import { readFlash } from "@/lib/http/flash";
import { openToken } from "@/lib/recovery/open-token";
import { secretInPath } from "@/lib/tokens/secret-in-path";
import { requireSupplier, SupplierShell } from "../../supplier-shell";
import { choosePasswordAction } from "./choose-password-action";
import { sendAgainAction } from "./send-again-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reset"))("pageTitle") };
}

/** The page of a mailed password link. Opening it changes nothing, because mail scanners open every link. */
export default async function Page({ params }: PageProps<"/[supplier]/reset/[token]">) {
  const [supplier, { token }] = await Promise.all([requireSupplier(params), params]);
  const secret = secretInPath(token);
  const [opened, { result, typed }, locale] = await Promise.all([
    openToken(supplier.id, secret),
    readFlash(`/${supplier.slug}/reset`),
    getLocale(),
  ]);
  return (
    <SupplierShell supplier={supplier}>
      {opened.ok ? (
        <ChoosePasswordPage
          email={opened.token.email}
          users={opened.token.users}
          chosen={typed.user ?? ""}
          expiresAt={formatInstant(opened.token.expiresAt, locale, supplier.timeZone)}
          isNobodyChosen={(result.faults ?? "").split(" ").includes("nobody_chosen")}
          {...passwordEntries(result.faults)}
          choosePassword={choosePasswordAction.bind(null, supplier.slug, secret)}
        />
      ) : (
        <LinkProblemPage
          problem={opened.reason}
          recoverHref={`/${supplier.slug}/recover`}
          sendAgain={opened.reason === "unknown" ? null : sendAgainAction.bind(null, supplier.slug, secret)}
        />
      )}
    </SupplierShell>
  );
}
