import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";

interface SwitchedProps {
  outcome: "switched" | "unreachable" | "tooOften";
  companyName: string;
  supplierName: string;
}

/** Says politely in whose space one is now, or why it is not the one asked for. */
export async function Switched({ outcome, companyName, supplierName }: SwitchedProps) {
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
