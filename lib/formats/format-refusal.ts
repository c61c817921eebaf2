import type { RefusalReason } from "@/lib/formats/invoice-reading";

/**
 * Thrown inside lib/formats to stop parsing a file that is refused. `parse-document.ts` catches it and returns the
 * reading `{ ok: false, reason }`.
 */
export class FormatRefusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly detail?: string,
  ) {
    super(reason);
  }
}
