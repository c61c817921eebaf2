/** How a supplier signs a page. */
export interface Brand {
  /** First word of its paths, `/{slug}`. */
  slug: string;
  name: string;
  /** `#rrggbb`, lower case. */
  color: string;
}

/** The first letters of the first two words, for the mark: « Mobilize Lease » is ML. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();
}

/** The value of `data-brand` that the supplier's style sheet answers to. */
export function brandKey(brand: Brand | null): string | undefined {
  return brand?.color.slice(1);
}
