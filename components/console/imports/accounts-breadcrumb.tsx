import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";

/** The way back: to the accounts, or to all imports. */
export async function AccountsBreadcrumb({ to = "accounts" }: { to?: "accounts" | "imports" }) {
  const t = await getTranslations("console.imports");
  return (
    <nav className="breadcrumb" aria-label={t("breadcrumb")}>
      <Icon name="back" />
      <a className="tap-link" href={to === "accounts" ? "/console/accounts" : "/console/accounts/import"}>
        {t(to === "accounts" ? "toAccounts" : "toImports")}
      </a>
    </nav>
  );
}
