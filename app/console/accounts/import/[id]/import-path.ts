/** The page of an import. */
export const importPath = (id: string): string => `/console/accounts/import/${encodeURIComponent(id)}`;
