import { searchParam, type SearchParams } from "@/lib/http/search-params";

/** The company of the session, or all companies that the person may open. */
export type Scope = "own" | "all";

/** In URLs `scope=all`. */
export const readScope = (params: SearchParams): Scope =>
  searchParam(params, "scope") === "all" ? "all" : "own";
