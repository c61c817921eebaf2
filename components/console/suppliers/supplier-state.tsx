import { getTranslations } from "next-intl/server";
import type { ListedSupplier } from "@/lib/operators/list-suppliers";

/** The state of a supplier in a word; what needs somebody stands out. */
export async function SupplierState({
  supplier,
}: {
  supplier: Pick<ListedSupplier, "suspendedAt" | "pause" | "awaitsFirstManager">;
}) {
  const t = await getTranslations("console.suppliers.states");
  if (supplier.suspendedAt) return <span className="text-bad">{t("suspended")}</span>;
  if (supplier.pause) return <span className="text-bad">{t("paused")}</span>;
  if (supplier.awaitsFirstManager) return <span className="text-warn">{t("waiting")}</span>;
  return t("works");
}
