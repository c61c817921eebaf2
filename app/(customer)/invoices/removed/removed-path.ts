import type { Scope } from "@/lib/persons/scope";

/** Where what left the portal under that number is told, of one company or of all. */
export function removedPath(number: string, scope: Scope): string {
  const params = new URLSearchParams({ number });
  if (scope === "all") params.set("scope", scope);
  return `/invoices/removed?${params}`;
}
