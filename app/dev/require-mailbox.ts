import { env } from "@/lib/env";
import { notFound } from "next/navigation";

/** The mailbox holds everybody's mail, links included: it exists in the demo alone. Elsewhere its pages are no pages. */
export function requireMailbox(): void {
  if (!env().EMBEDDED) notFound();
}
