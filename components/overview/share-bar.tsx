import { barSegments, type Shares } from "@/components/overview/bar-segments";

const FILLS = {
  rentMinor: "fill-accent",
  maintenanceMinor: "bar-before",
  otherMinor: "fill-ink",
  creditNotesMinor: "bar-credit",
} as const;

/** The bar of a line of the breakdown; hidden from screen readers, as the amounts beside it say the same. */
export function ShareBar({ shares, longest }: { shares: Shares; longest: bigint }) {
  return (
    <svg className="my-1 block h-4.5 w-full min-w-32" aria-hidden="true">
      {barSegments(shares, longest).map(({ part, start, length }) => (
        <rect key={part} className={FILLS[part]} x={`${start}%`} y="1" width={`${length}%`} height="16" />
      ))}
    </svg>
  );
}
