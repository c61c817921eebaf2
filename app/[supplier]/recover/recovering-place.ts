import { notFound } from "next/navigation";
import { findSupplier } from "@/lib/suppliers/find-supplier";

/** The place of a recovery: a supplier, or (no slug) the installation, for its operators. */
export interface RecoveringPlace {
  /** The supplier's path, "" for operators. */
  path: string;
  supplier: { id: string | null; recoveryAnswer: "explicit" | "neutral" };
}

/** Reads the place of a form; shows the not-found page for an unknown supplier. Operators always get neutral answers. */
export async function recoveringPlace(slug: string): Promise<RecoveringPlace> {
  if (slug === "") return { path: "", supplier: { id: null, recoveryAnswer: "neutral" } };
  const supplier = (await findSupplier(slug)) ?? notFound();
  return { path: `/${supplier.slug}`, supplier };
}
