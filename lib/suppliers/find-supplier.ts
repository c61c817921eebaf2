import { asc, eq } from "drizzle-orm";
import { cache } from "react";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";

/** The public fields of a supplier, shown on its public pages. */
export type Supplier = NonNullable<Awaited<ReturnType<typeof findSupplier>>>;

const publicColumns = {
  id: suppliers.id,
  slug: suppliers.slug,
  name: suppliers.name,
  legalName: suppliers.legalName,
  siren: suppliers.siren,
  vatNumber: suppliers.vatNumber,
  address: suppliers.address,
  publisher: suppliers.publisher,
  brandColor: suppliers.brandColor,
  senderAddress: suppliers.senderAddress,
  contactEmail: suppliers.contactEmail,
  contactPhone: suppliers.contactPhone,
  contactHours: suppliers.contactHours,
  timeZone: suppliers.timeZone,
  retentionMonths: suppliers.retentionMonths,
  defaultHistoryMonths: suppliers.defaultHistoryMonths,
  startsOn: suppliers.startsOn,
  formerPortalName: suppliers.formerPortalName,
  formerPortalUrl: suppliers.formerPortalUrl,
  digestHour: suppliers.digestHour,
  linkOpens: suppliers.linkOpens,
  recoveryAnswer: suppliers.recoveryAnswer,
};

/** The supplier of a slug, or null. Read once for each request. */
export const findSupplier = cache(async (slug: string) => {
  if (!/^[a-z0-9-]{1,63}$/.test(slug)) return null;
  const [found] = await withViewer({ kind: "anonymous" }, (tx) =>
    tx.select(publicColumns).from(suppliers).where(eq(suppliers.slug, slug)),
  );
  return found ?? null;
});

/** The supplier of a signed-in user; the database guarantees that it exists. */
export async function supplierOfSession(session: { supplier: { slug: string } }): Promise<Supplier> {
  const supplier = await findSupplier(session.supplier.slug);
  if (!supplier) throw new Error("The supplier of the session was not found.");
  return supplier;
}

/** The suppliers of this installation, by name. */
export function listSuppliers() {
  return withViewer({ kind: "anonymous" }, (tx) =>
    tx
      .select({ slug: suppliers.slug, name: suppliers.name, brandColor: suppliers.brandColor })
      .from(suppliers)
      .orderBy(asc(suppliers.name)),
  );
}
