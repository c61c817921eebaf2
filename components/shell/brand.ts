/** The supplier's identity on a page. */
export interface Brand {
  /** The first part of its paths, `/{slug}`. */
  slug: string;
  name: string;
  /** `#rrggbb`, lower case. */
  color: string;
}

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
