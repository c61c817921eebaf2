import type { MailFrame } from "@/emails/mail-frame";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/languages";
import { deriveAccent } from "@/lib/suppliers/accent";
import type { MailSupplier } from "./mail-kinds";

const accents = new Map<string, ReturnType<typeof deriveAccent>>();

/** What surrounds every mail of a supplier: its name, colours, contact and pages. */
export function frameOf(supplier: MailSupplier, locale: Locale): MailFrame {
  const page = (path: string) => `${env().APP_URL}/${supplier.slug}${path}`;
  return {
    locale,
    timeZone: supplier.timeZone,
    supplier: {
      name: supplier.name,
      senderAddress: supplier.senderAddress,
      colors: accentOf(supplier.brandColor),
    },
    contact: { name: null, phone: supplier.contactPhone || null, email: supplier.contactEmail },
    helpUrl: page("/help"),
    noticeUrl: page("/legal/notice"),
    privacyUrl: page("/legal/privacy"),
  };
}

/** A supplier's colours cost as much as a tenth of a mail: derived once. */
function accentOf(brandColor: string): ReturnType<typeof deriveAccent> {
  const known = accents.get(brandColor) ?? deriveAccent(brandColor);
  accents.set(brandColor, known);
  return known;
}
