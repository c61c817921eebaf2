import sharp from "sharp";
import { LOGO_BOX } from "@/lib/logo";
import { LOGO_LIMIT_KB, LOGO_LIMIT_PIXELS } from "@/lib/settings/settings-limits";

/** libvips reads many formats; only these three decoders may run (docs/decisions/0046). */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadPngBuffer", "VipsForeignLoadJpegBuffer", "VipsForeignLoadWebpBuffer"],
});
// Each picture is read once, so nothing is worth keeping in memory.
sharp.cache(false);
// One thread a picture: an upload must not take all processors from the requests of others.
sharp.concurrency(1);

const LONGEST_SECONDS = 5;

export interface EncodedLogo {
  bytes: Uint8Array;
  width: number;
  height: number;
}

export type LogoFault = "file_missing" | "too_large" | "not_a_picture";

/**
 * Makes a supplier's logo from an uploaded PNG, JPEG or WebP file: a PNG without metadata, on white, that fits into
 * `LOGO_BOX`. Only pixels of the file reach the result. White, because a logo with a transparent background may be
 * invisible on the dark theme. libvips works in its own threads, with limits of bytes, pixels and time.
 */
export async function encodeLogo(file: Uint8Array): Promise<EncodedLogo | LogoFault> {
  if (file.length === 0) return "file_missing";
  if (file.length > LOGO_LIMIT_KB * 1_000) return "too_large";
  try {
    const { data, info } = await sharp(file, {
      failOn: "error",
      limitInputPixels: LOGO_LIMIT_PIXELS,
      pages: 1,
    })
      .timeout({ seconds: LONGEST_SECONDS })
      // The orientation that a camera stored would be lost with the metadata.
      .rotate()
      .resize({ ...LOGO_BOX, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    return "not_a_picture";
  }
}
