import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SignInNoticeKind } from "@/components/sign-in/sign-in-notice";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { helpPath } from "@/lib/help/help-path";
import { readFlash } from "@/lib/http/flash";
import { returnPath } from "@/lib/http/return-path";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { signInAction } from "./sign-in-action";
import { contactOf, requireSupplier, SupplierShell } from "./supplier-shell";

export async function generateMetadata({ params }: PageProps<"/[supplier]">): Promise<Metadata> {
  const [supplier, t] = await Promise.all([requireSupplier(params), getTranslations("signIn")]);
  return { title: t("pageTitle", { supplier: supplier.name }) };
}

export default async function Page({ params, searchParams }: PageProps<"/[supplier]">) {
  const supplier = await requireSupplier(params);
  const { next: asked, other } = await searchParams;
  const next = returnPath(typeof asked === "string" ? asked : null);
  const flash = await readFlash(`/${supplier.slug}`);
  // Who comes for another identifier of theirs (R11), or has just chosen its password, is let in to type it.
  const isForAnother = other !== undefined || flash.reason !== undefined;
  if (!isForAnother && (await currentSession())) redirect(next ?? "/invoices");
  return (
    <SupplierShell supplier={supplier}>
      <SignInPage
        supplierName={supplier.name}
        contact={contactOf(supplier)}
        notice={noticeOf(flash) ?? (next ? { kind: "sign_in_first" } : null)}
        identifier={flash.identifier ?? ""}
        recoverHref={`/${supplier.slug}/recover`}
        helpHref={helpPath(supplier.slug)}
        next={next}
        signIn={signInAction.bind(null, supplier.slug)}
      />
    </SupplierShell>
  );
}

function noticeOf(flash: Record<string, string>): SignInNoticeKind | null {
  switch (flash.reason) {
    case "wrong":
      return { kind: "wrong_credentials" };
    case "too_many":
      return { kind: "too_many_attempts", minutes: Number(flash.minutes) || 1 };
    case "password_set":
      return {
        kind: "password_set",
        identifier: flash.identifier ?? "",
        isDetached: flash.detached === "yes",
      };
    case "incomplete":
    case "busy":
    case "signed_out":
    case "account_closed":
    case "default_password_expired":
      return { kind: flash.reason };
    default:
      return null;
  }
}
