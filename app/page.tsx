import { changeLocaleAction } from "@/app/locale-action";
import { SuppliersPage } from "@/components/pages/suppliers-page";
import { PublicShell } from "@/components/shell/public-shell";
import { returnPath } from "@/lib/http/return-path";
import { listSuppliers } from "@/lib/suppliers/find-supplier";

export default async function Page({ searchParams }: PageProps<"/">) {
  const { next } = await searchParams;
  const suppliers = await listSuppliers();
  return (
    <PublicShell brand={null} links={[]} changeLocale={changeLocaleAction}>
      <SuppliersPage
        suppliers={suppliers.map(({ slug, name, brandColor }) => ({ slug, name, color: brandColor }))}
        next={returnPath(typeof next === "string" ? next : null)}
      />
    </PublicShell>
  );
}
