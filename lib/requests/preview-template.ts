import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { type Locale, LOCALES } from "@/lib/languages";
import { fillTemplate } from "./fill-template";

const SAMPLE = {
  company: "Transports Perce-Neige SAS",
  customer: "204 118",
  number: "FT-2026-110408",
  name: "Camille Lorme",
};

/** Returns the texts of a template with the viewer's own name and sample values as its placeholders. Saves nothing. */
export async function previewTemplate(
  viewer: StaffUser,
  texts: Partial<Record<Locale, string>>,
): Promise<Partial<Record<Locale, string>>> {
  const [user] = await withViewer(viewer, (tx) =>
    tx.select({ name: users.name }).from(users).where(eq(users.id, viewer.userId)),
  );
  const values = { ...SAMPLE, adviser: user?.name ?? "" };
  return Object.fromEntries(LOCALES.map((locale) => [locale, fillTemplate(texts[locale] ?? "", values)]));
}
