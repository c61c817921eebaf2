/** A supplier's logo: a PNG file in storage, named by its fingerprint, so that an address always shows the same bytes. */
export interface Logo {
  sha256: string;
  /** In pixels. */
  width: number;
  height: number;
}

/** The columns of a supplier that describe its logo. */
export interface StoredLogo {
  logoSha256: string | null;
  logoWidth: number | null;
  logoHeight: number | null;
}

/** A logo is made to fit into this box: sharp on screens with two pixels a point, and small in a mail. */
export const LOGO_BOX = { width: 480, height: 160 } as const;

/** Returns the logo; null for a supplier without one. */
export const logoOf = ({ logoSha256, logoWidth, logoHeight }: StoredLogo): Logo | null =>
  logoSha256 === null || logoWidth === null || logoHeight === null
    ? null
    : { sha256: logoSha256, width: logoWidth, height: logoHeight };

/** The path of a logo's file. */
export const logoPath = ({ sha256 }: Pick<Logo, "sha256">): string => `/api/logo/${sha256}`;

/** The key of a logo's file in storage. */
export const logoKey = (sha256: string): string => `logos/${sha256}`;

/** Returns the size at which a logo is shown in a box: never larger than its own pixels. */
export function logoSize(
  { width, height }: Pick<Logo, "width" | "height">,
  box: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
