import { signInAction } from "@/app/[supplier]/sign-in-action";
import { changeLocaleAction } from "@/app/locale-action";
import { SuppliersPage } from "@/components/pages/suppliers-page";
import { brandOf } from "@/components/shell/brand";
import { PublicShell } from "@/components/shell/public-shell";
import { StaffSignIn } from "@/components/sign-in/staff-sign-in";
import { readFlash } from "@/lib/http/flash";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { returnPath } from "@/lib/http/return-path";
import { listSuppliers } from "@/lib/suppliers/find-supplier";
import { signInNotice } from "./sign-in-notice";
import { UnavailablePage } from "./unavailable-page";

export default async function Page({ searchParams }: PageProps<"/">) {
  const { next: requested } = await searchParams;
  const next = returnPath(typeof requested === "string" ? requested : null);
  const { result, typed } = await readFlash("/");
  const suppliers = await listSuppliers().catch((error: unknown) => {
    if (isUnavailable(error)) return null;
    throw error;
  });
  if (!suppliers) return <UnavailablePage />;
  return (
    <PublicShell brand={null} links={[]} changeLocale={changeLocaleAction}>
      <SuppliersPage suppliers={suppliers.map(brandOf)} next={next} />
      <StaffSignIn
        notice={signInNotice(result)}
        identifier={typed.identifier ?? result.identifier ?? ""}
        recoverHref="/recover"
        next={next}
        signIn={signInAction.bind(null, "")}
      />
    </PublicShell>
  );
}
