import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";

interface SwitchNoticeProps {
  outcome: "switched" | "unreachable" | "tooOften";
  companyName: string;
  supplierName: string;
}

/** Says which account is open after a switch, or why the switch failed. */
export async function SwitchNotice({ outcome, companyName, supplierName }: SwitchNoticeProps) {
  const t = await getTranslations("companyMenu");
  const names = { company: companyName, supplier: supplierName };
  return (
    <div className="mb-6">
      <Note tone={outcome === "switched" ? "ok" : "info"}>
        <p>{t(outcome, names)}</p>
      </Note>
    </div>
  );
}
