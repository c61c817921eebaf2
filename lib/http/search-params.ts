/** The parameters of a URL, in the form of pages or of route handlers. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>> | URLSearchParams;

/** The value of a parameter, "" when it is missing or repeated. */
export function searchParam(params: SearchParams, name: string): string {
  if (params instanceof URLSearchParams) {
    const [value = "", ...others] = params.getAll(name);
    return others.length === 0 ? value : "";
  }
  const value = params[name];
  return typeof value === "string" ? value : "";
}
