import type { RefusalReason } from "@/lib/formats/invoice-reading";

/**
 * Stops a parse from deep inside a callback. Never leaves lib/formats:
 * `parse-document.ts` turns it into the reading `{ ok: false, reason }`.
 */
export class FormatRefusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly detail?: string,
  ) {
    super(reason);
  }
}
