import { notFound } from "next/navigation";
import { env } from "@/lib/env";

/** The mailbox holds everybody's mail, links included: it exists in the demo alone. Elsewhere its pages are no pages. */
export function requireMailbox(): void {
  if (!env().EMBEDDED) notFound();
}
