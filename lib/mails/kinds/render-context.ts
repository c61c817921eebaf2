import type { MailFrame } from "@/emails/mail-frame";
import { type WebLink, webLink } from "@/emails/mail-link";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/languages";
import { logoPath, logoSize } from "@/lib/logo";
import { deriveAccent } from "@/lib/suppliers/accent";
import type { MailSupplier } from "./queued-parts";

/** The largest size of a logo in a mail, in CSS pixels: half of its own, for screens with two pixels a point. */
const LOGO_IN_MAIL = { width: 240, height: 60 };

/** Derives the secret of a mailed link again from the id of the row that stores its digest. */
export type DeriveSecret = (purpose: string, rowId: string) => string;

/** The data of a mail's row besides its props. */
export interface MailRow {
  locale: Locale;
  /** The time at which the mail was queued. */
  createdAt: Date;
}

/** The data and functions with which a kind of mail converts its stored data to the props of its template. */
export interface RenderContext {
  frame: MailFrame;
  queuedAt: Date;
  deriveSecret: DeriveSecret;
  /** Returns the URL of a page of the portal, by its path. */
  portalPage(path: string): WebLink;
  /** Returns the URL of a page below the supplier's own path. */
  supplierPage(path: string): WebLink;
}

export function renderContext(
  supplier: MailSupplier,
  mail: MailRow,
  deriveSecret: DeriveSecret,
): RenderContext {
  const portalPage = (path: string) => webLink(env().APP_URL + path);
  // The installation itself has no slug.
  const supplierPage = (path: string) => portalPage(supplier.slug === "" ? path : `/${supplier.slug}${path}`);
  return {
    frame: {
      locale: mail.locale,
      timeZone: supplier.timeZone,
      supplier: {
        name: supplier.name,
        senderAddress: supplier.senderAddress,
        logo: supplier.logo && {
          url: webLink(env().APP_URL + logoPath(supplier.logo)),
          ...logoSize(supplier.logo, LOGO_IN_MAIL),
        },
        tradeWords: supplier.tradeWords,
        colors: accentOf(supplier.brandColor),
      },
      contact: { name: null, phone: supplier.contactPhone || null, email: supplier.contactEmail },
      pages:
        supplier.slug === ""
          ? null
          : {
              helpUrl: supplierPage("/help"),
              noticeUrl: supplierPage("/legal/notice"),
              privacyUrl: supplierPage("/legal/privacy"),
            },
    },
    queuedAt: mail.createdAt,
    deriveSecret,
    portalPage,
    supplierPage,
  };
}

const accents = new Map<string, ReturnType<typeof deriveAccent>>();

/**
 * Performance: deriving a supplier's colours takes a tenth of the time to render a mail, so it is done once for each.
 */
function accentOf(brandColor: string): ReturnType<typeof deriveAccent> {
  const known = accents.get(brandColor) ?? deriveAccent(brandColor);
  accents.set(brandColor, known);
  return known;
}
