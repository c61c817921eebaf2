import { getTranslations } from "next-intl/server";
import { CopyButton } from "@/components/ui/copy-button";

/** The recovery codes, in two columns, and the button that copies them. */
export async function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  const t = await getTranslations("secondFactor.copy");
  return (
    <div className="grid gap-3">
      <ul className="grid grid-cols-2 gap-x-6 gap-y-2 border-y border-line py-3 font-mono text-3">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <CopyButton
          text={codes.join("\n")}
          label={t("label")}
          doneLabel={t("done")}
          failedLabel={t("failed")}
        />
      </p>
    </div>
  );
}
