import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signInNotice } from "@/app/sign-in-notice";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { helpPath } from "@/lib/help/help-path";
import { readFlash } from "@/lib/http/flash";
import { returnPath } from "@/lib/http/return-path";
import { landingPath } from "@/lib/persons/landing-path";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { signInAction } from "./sign-in-action";
import { contactOf, requireSupplier, SupplierShell } from "./supplier-shell";

export async function generateMetadata({ params }: PageProps<"/[supplier]">): Promise<Metadata> {
  const [supplier, t] = await Promise.all([requireSupplier(params), getTranslations("signIn")]);
  return { title: t("pageTitle", { supplier: supplier.name }) };
}

export default async function Page({ params, searchParams }: PageProps<"/[supplier]">) {
  const supplier = await requireSupplier(params);
  const { next: requested, other } = await searchParams;
  const next = returnPath(typeof requested === "string" ? requested : null);
  const { result, typed } = await readFlash(`/${supplier.slug}`);
  // A signed-in user still sees the form to sign in with another identifier (R11) or with a password just chosen.
  const showsForm = other !== undefined || result.reason !== undefined;
  const session = showsForm ? null : await currentSession();
  if (session) redirect(next ?? (await landingPath(session)));
  return (
    <SupplierShell supplier={supplier}>
      <SignInPage
        supplierName={supplier.name}
        contact={contactOf(supplier)}
        notice={signInNotice(result) ?? (next ? { kind: "sign_in_first" } : null)}
        identifier={typed.identifier ?? result.identifier ?? ""}
        recoverHref={`/${supplier.slug}/recover`}
        helpHref={helpPath(supplier.slug)}
        next={next}
        signIn={signInAction.bind(null, supplier.slug)}
      />
    </SupplierShell>
  );
}
