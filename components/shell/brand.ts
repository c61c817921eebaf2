import type { Locale } from "@/lib/languages";
import type { Logo } from "@/lib/logo";

/** The supplier's identity on a page. */
export interface Brand {
  /** The first part of its paths, `/{slug}`. */
  slug: string;
  name: string;
  /** `#rrggbb`, lower case. */
  color: string;
  logo: Logo | null;
  /** The languages that its pages offer. */
  languages: readonly Locale[];
}

/** A supplier, as a session or `findSupplier` describes it. */
interface BrandedSupplier {
  slug: string;
  name: string;
  brandColor: string;
  logo: Logo | null;
  languages: readonly Locale[];
}

/** Returns the identity of a supplier for the frame of its pages. */
export const brandOf = ({ slug, name, brandColor, logo, languages }: BrandedSupplier): Brand => ({
  ...{ slug, name, color: brandColor, logo, languages },
});

/** Returns the first letters of the first two words, for the monogram: ML for « Mobilize Lease ». */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();
}

/** Returns the value of `data-brand` that the supplier's style sheet selects. */
export function brandKey(brand: Brand | null): string | undefined {
  return brand?.color.slice(1);
}
