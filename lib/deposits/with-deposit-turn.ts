import { withTurn } from "@/lib/limits/take-turn";
import type { Asker } from "@/lib/limits/turn";

/** Larger requests need a second turn. Most invoices are smaller. */
const LONG_BYTES = 2 * 1024 * 1024;

/**
 * Runs `work`, which reads the body of a deposit and deposits its files, in the turn of its key or session. Throws
 * `Busy` without reading the body when there is none.
 */
export function withDepositTurn<T>(request: Request, asker: Asker, work: () => Promise<T>): Promise<T> {
  const inTurn = () => withTurn("deposits", asker, work);
  return isLong(request) ? withTurn("longDeposits", asker, inTurn) : inTurn();
}

/** Whether the request states a large body, or does not state its length. */
const isLong = (request: Request) => Number(request.headers.get("content-length") ?? Infinity) > LONG_BYTES;
