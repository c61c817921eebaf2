import { changeLocaleAction } from "@/app/locale-action";
import { SuppliersPage } from "@/components/pages/suppliers-page";
import { PublicShell } from "@/components/shell/public-shell";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { returnPath } from "@/lib/http/return-path";
import { listSuppliers } from "@/lib/suppliers/find-supplier";
import { UnavailablePage } from "./unavailable-page";

export default async function Page({ searchParams }: PageProps<"/">) {
  const { next } = await searchParams;
  const suppliers = await listSuppliers().catch((error: unknown) => {
    if (isUnavailable(error)) return null;
    throw error;
  });
  if (!suppliers) return <UnavailablePage />;
  return (
    <PublicShell brand={null} links={[]} changeLocale={changeLocaleAction}>
      <SuppliersPage
        suppliers={suppliers.map(({ slug, name, brandColor }) => ({ slug, name, color: brandColor }))}
        next={returnPath(typeof next === "string" ? next : null)}
      />
    </PublicShell>
  );
}
