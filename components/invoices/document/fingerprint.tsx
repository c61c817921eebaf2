import { getTranslations } from "next-intl/server";
import { CopyText } from "@/components/ui/copy-text";
import { Fold } from "./fold";

interface FingerprintProps {
  sha256: string;
  legalRole: "original" | "duplicate";
}

/** The SHA-256 computed at the deposit, in groups of four digits, and what it proves. */
export async function Fingerprint({ sha256, legalRole }: FingerprintProps) {
  const t = await getTranslations("invoice.proof");
  const groups = sha256.match(/.{1,4}/g) ?? [];
  return (
    <Fold icon="check" title={t("title")}>
      <p className="text-2 text-ink-2">{t(legalRole)}</p>
      <p className="text-1 text-ink-2" id="fingerprint">
        {t("label")}
      </p>
      <code
        className="grid grid-cols-[repeat(8,auto)] justify-between border border-line bg-surface px-3 py-2 text-1 leading-[1.7] max-tablet:px-2 max-tablet:text-[0.75rem] print:break-inside-avoid"
        aria-labelledby="fingerprint"
        role="group"
      >
        {groups.map((group, index) => (
          <span key={index} className="even:text-ink-3">
            {group}
          </span>
        ))}
      </code>
      <div>
        <CopyText text={sha256} label={t("copy")} />
      </div>
    </Fold>
  );
}
