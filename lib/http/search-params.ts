/** The parameters of a URL, as given to pages or to route handlers. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>> | URLSearchParams;

/** Returns the value of a parameter; "" when it is missing or repeated. */
export function searchParam(params: SearchParams, name: string): string {
  if (params instanceof URLSearchParams) {
    const [value = "", ...others] = params.getAll(name);
    return others.length === 0 ? value : "";
  }
  const value = params[name];
  return typeof value === "string" ? value : "";
}
