import { type Brand, initials } from "@/components/shell/brand";
import { logoPath, logoSize } from "@/lib/logo";

/** The largest size of a logo in the bar and on public pages, in CSS pixels. */
const BOX = { width: 108, height: 36 };

interface BrandMarkProps {
  /** Null on the portal's own pages. */
  brand: Brand | null;
  /** Of the monogram, which stands in place of a missing logo. */
  className?: string;
}

/** The supplier's logo, or else its initials. The name stands beside it, so both are decoration for a screen reader. */
export function BrandMark({ brand, className = "" }: BrandMarkProps) {
  if (brand?.logo) {
    const { width, height } = logoSize(brand.logo, BOX);
    return <img className="shrink-0" src={logoPath(brand.logo)} width={width} height={height} alt="" />;
  }
  return (
    <span className={`monogram ${className}`.trim()} aria-hidden="true">
      {brand ? initials(brand.name) : "EF"}
    </span>
  );
}
