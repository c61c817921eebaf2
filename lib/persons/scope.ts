import { type SearchParams, single } from "@/lib/invoices/filter/invoice-filter";

/** The company of the session, or every one that the person behind it may open. */
export type Scope = "own" | "all";

/** In URLs `scope=all`. */
export const readScope = (params: SearchParams): Scope => (single(params, "scope") === "all" ? "all" : "own");
