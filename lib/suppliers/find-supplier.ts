import { asc, eq } from "drizzle-orm";
import { cache } from "react";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { logoOf } from "@/lib/logo";
import { sendingAddress } from "./sending-address";

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
  logoSha256: suppliers.logoSha256,
  logoWidth: suppliers.logoWidth,
  logoHeight: suppliers.logoHeight,
  senderAddress: suppliers.senderAddress,
  verifiedDomain: suppliers.verifiedDomain,
  contactEmail: suppliers.contactEmail,
  contactPhone: suppliers.contactPhone,
  contactHours: suppliers.contactHours,
  contactHoursTexts: suppliers.contactHoursTexts,
  languages: suppliers.languages,
  tradeWords: suppliers.tradeWords,
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
  return withViewer({ kind: "anonymous" }, (tx) => readSupplier(tx, slug));
});

async function readSupplier(tx: Transaction, slug: string) {
  const [found] = await tx.select(publicColumns).from(suppliers).where(eq(suppliers.slug, slug));
  return found ? publicSupplier(found) : null;
}

function publicSupplier({
  verifiedDomain,
  logoSha256,
  logoWidth,
  logoHeight,
  ...row
}: Pick<typeof suppliers.$inferSelect, keyof typeof publicColumns>) {
  return {
    ...row,
    /** The address from which its mails really leave. */
    senderAddress: sendingAddress({ ...row, verifiedDomain }),
    logo: logoOf({ logoSha256, logoWidth, logoHeight }),
  };
}

/** The supplier of a signed-in user, read within `tx` if given; the database guarantees that it exists. */
export async function supplierOfSession(
  session: { supplier: { slug: string } },
  tx?: Transaction,
): Promise<Supplier> {
  const { slug } = session.supplier;
  const supplier = await (tx ? readSupplier(tx, slug) : findSupplier(slug));
  if (!supplier) throw new Error("The supplier of the session was not found.");
  return supplier;
}

/** The suppliers of this installation, by name. */
export async function listSuppliers() {
  const { slug, name, brandColor, logoSha256, logoWidth, logoHeight, languages } = publicColumns;
  const rows = await withViewer({ kind: "anonymous" }, (tx) =>
    tx
      .select({ slug, name, brandColor, logoSha256, logoWidth, logoHeight, languages })
      .from(suppliers)
      .orderBy(asc(suppliers.name)),
  );
  return rows.map((row) => ({ ...row, logo: logoOf(row) }));
}
