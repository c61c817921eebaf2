import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { logoOf } from "@/lib/logo";
import { sendingAddress } from "@/lib/suppliers/sending-address";
import { installationAsSender } from "./installation-as-sender";
import type { MailSupplier } from "./queued-parts";

/** Reads the supplier's data shown in its mails, to be stored in their rows; null is the installation itself. */
export async function mailSupplier(tx: Transaction, supplierId: string | null): Promise<MailSupplier> {
  if (supplierId === null) return installationAsSender();
  const [found] = await tx
    .select({
      slug: suppliers.slug,
      name: suppliers.name,
      brandColor: suppliers.brandColor,
      senderName: suppliers.senderName,
      senderAddress: suppliers.senderAddress,
      verifiedDomain: suppliers.verifiedDomain,
      replyTo: suppliers.replyTo,
      contactEmail: suppliers.contactEmail,
      contactPhone: suppliers.contactPhone,
      timeZone: suppliers.timeZone,
      tradeWords: suppliers.tradeWords,
      logoSha256: suppliers.logoSha256,
      logoWidth: suppliers.logoWidth,
      logoHeight: suppliers.logoHeight,
    })
    .from(suppliers)
    .where(eq(suppliers.id, supplierId));
  if (!found) throw new Error("The supplier of a mail does not exist.");
  const { verifiedDomain, logoSha256, logoWidth, logoHeight, ...supplier } = found;
  return {
    ...supplier,
    senderAddress: sendingAddress({ ...supplier, verifiedDomain }),
    logo: logoOf({ logoSha256, logoWidth, logoHeight }),
  };
}
