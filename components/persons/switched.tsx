import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";

type SwitchedProps = { isDone: boolean; companyName: string; supplierName: string };

/** Says politely in whose space one is now, or that the one asked for is not open to them. */
export async function Switched({ isDone, companyName, supplierName }: SwitchedProps) {
  const t = await getTranslations("companyMenu");
  const names = { company: companyName, supplier: supplierName };
  return (
    <div className="mb-6">
      <Note tone={isDone ? "ok" : "info"}>
        <p>{t(isDone ? "switched" : "unreachable", names)}</p>
      </Note>
    </div>
  );
}
