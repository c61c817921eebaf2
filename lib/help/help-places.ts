import type { HelpFacts } from "./help-facts";
import { helpPath } from "./help-path";
import { HELP_TOPICS } from "./help-topics";

/**
 * Returns the URL of a link target in a help text (`place`); null when this supplier has no such page, undefined for
 * an unknown target.
 */
export function helpHref(place: string, { slug, formerPortalUrl }: HelpFacts): string | null | undefined {
  if (place.startsWith("topic:")) {
    const topic = place.slice("topic:".length);
    return HELP_TOPICS.some((one) => one.slug === topic) ? helpPath(slug, topic) : undefined;
  }
  const places: Record<string, string | null> = {
    signIn: `/${slug}`,
    recover: `/${slug}/recover`,
    contact: "#contact",
    invoices: "/invoices",
    allInvoices: "/invoices?from=1900-01-01",
    account: "/profile/account",
    display: "/profile/display",
    notifications: "/profile/notifications",
    requests: "/profile/requests",
    security: "/profile/security",
    companies: "/profile/companies",
    colleagues: "/admin/users",
    newColleague: "/admin/users/new",
    formerPortal: formerPortalUrl,
  };
  return places[place];
}
