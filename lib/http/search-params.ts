/** A URL's parameters, as pages and as route handlers have them. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>> | URLSearchParams;

/** The parameter's one value, "" when it is missing or said twice. */
export function searchParam(params: SearchParams, name: string): string {
  if (params instanceof URLSearchParams) {
    const [value = "", ...others] = params.getAll(name);
    return others.length === 0 ? value : "";
  }
  const value = params[name];
  return typeof value === "string" ? value : "";
}
