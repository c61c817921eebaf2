import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";

interface SwitchNoticeProps {
  outcome: "switched" | "unreachable" | "tooOften";
  companyName: string;
  supplierName: string;
  isCompact: boolean;
}

/** Says which account is open after a switch, or why the switch failed. */
export async function SwitchNotice({ outcome, companyName, supplierName, isCompact }: SwitchNoticeProps) {
  const t = await getTranslations("companyMenu");
  const names = { company: companyName, supplier: supplierName };
  if (isCompact)
    return (
      <p role="status" className="list-notice">
        <Icon name={outcome === "switched" ? "check" : "info"} /> {t(outcome, names)}
      </p>
    );
  return (
    <div className="mb-6">
      <Note tone={outcome === "switched" ? "ok" : "info"}>
        <p>{t(outcome, names)}</p>
      </Note>
    </div>
  );
}
