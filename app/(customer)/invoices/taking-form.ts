import { hidden, several } from "@/lib/actions/fields";
import { MAX_CHOSEN, type TakingChoice } from "@/lib/invoices/takings/change-takings";

/**
 * The fields of a form that changes takings: `chosen`, a box for each invoice with its id; `all`, « 1 » for all invoices
 * of the list; `query`, the list's query string; `back`, the page of « Archivage » to return to, "" for the list.
 */
export const TAKING_FIELDS = {
  chosen: several(MAX_CHOSEN),
  all: hidden(1),
  query: hidden(10_000),
  back: hidden(60),
};

/** Returns the chosen invoices: all of the list, or those whose boxes are checked. */
export const takingChoice = ({
  chosen,
  all,
  query,
}: {
  chosen: string[];
  all: string;
  query: string;
}): TakingChoice => (all === "1" ? { query: new URLSearchParams(query) } : { ids: chosen });
