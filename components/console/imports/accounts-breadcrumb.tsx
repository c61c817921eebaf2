import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";

/** The link back to the accounts, or to all imports. */
export async function AccountsBreadcrumb({ to = "accounts" }: { to?: "accounts" | "imports" }) {
  const t = await getTranslations("console.imports");
  const href = to === "accounts" ? "/console/accounts" : "/console/accounts/import";
  return (
    <Breadcrumb label={t("breadcrumb")} href={href}>
      {t(to === "accounts" ? "toAccounts" : "toImports")}
    </Breadcrumb>
  );
}
