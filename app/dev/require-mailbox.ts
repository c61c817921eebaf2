import { notFound } from "next/navigation";
import { isDemonstration } from "@/lib/health/is-demonstration";

/** Answers 404 outside the demo: the mailbox shows all mails, with their links, so only the demo may have it. */
export function requireMailbox(): void {
  if (!isDemonstration()) notFound();
}
