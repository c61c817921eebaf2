import type { Flash } from "@/lib/http/flash";
import { SAVING_REFUSALS, type SavingRefusalReason } from "./saved-filter";

/** The reason why a filter was not saved, and the name it would have had. */
export interface SavingRefusal {
  reason: SavingRefusalReason;
  name: string;
}

/** The result of the last action on saved filters, shown on the page of the list. */
export interface SavedFilterOutcome {
  done: { kind: "saved" | "removed"; name: string } | null;
  refusal: SavingRefusal | null;
}

/** Reads the result that the action left for the list at `path`; results for another list are ignored. */
export function savedFilterOutcome({ result, typed }: Flash, path: string): SavedFilterOutcome {
  if (result.path !== path) return { done: null, refusal: null };
  const reason = SAVING_REFUSALS.find((one) => one === result.reason);
  return {
    done: doneOf(result),
    refusal: reason === undefined ? null : { reason, name: typed.name ?? "" },
  };
}

function doneOf({ saved, removed }: Readonly<Record<string, string>>): SavedFilterOutcome["done"] {
  if (saved !== undefined) return { kind: "saved", name: saved };
  return removed === undefined ? null : { kind: "removed", name: removed };
}
