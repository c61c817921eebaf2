import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { RecoveryCodeList } from "./recovery-code-list";

/** The new recovery codes, shown once. */
export async function RenewedCodes({ recoveryCodes }: { recoveryCodes: readonly string[] }) {
  const t = await getTranslations("secondFactor");
  return (
    <div className="grid max-w-form gap-4">
      <Note tone="ok" title={t("renewed")}>
        <p>{t("enrol.codesLead", { count: recoveryCodes.length })}</p>
      </Note>
      <RecoveryCodeList codes={recoveryCodes} />
    </div>
  );
}
