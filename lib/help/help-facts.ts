import { formatDate, formatHour } from "@/lib/dates";
import type { HelpCondition } from "@/lib/help/topics/help-topic";
import type { Locale } from "@/lib/locale/locale";
import type { Supplier } from "@/lib/suppliers/find-supplier";
import { MESSAGES } from "@/messages/messages";

/** What the help says of a supplier: the values its texts name, and what is so there. */
export interface HelpFacts {
  slug: string;
  values: Readonly<Record<string, string>>;
  isSo: Readonly<Record<HelpCondition, boolean>>;
  formerPortalUrl: string | null;
}

/** The supplier's own facts, written for the language. */
export function helpFacts(supplier: Supplier, locale: Locale): HelpFacts {
  const { startsOn, formerPortalName, formerPortalUrl } = supplier;
  return {
    slug: supplier.slug,
    values: {
      supplier: supplier.name,
      sender: supplier.senderAddress,
      months: String(supplier.retentionMonths),
      history: String(supplier.defaultHistoryMonths),
      digestHour: formatHour(supplier.digestHour, locale),
      startsOn: startsOn === null ? "" : formatDate(startsOn, locale),
      formerPortal: formerPortalName ?? MESSAGES[locale].register.former.unnamed,
    },
    isSo: {
      hasStartDate: startsOn !== null,
      hasFormerPortal: startsOn !== null && (formerPortalName !== null || formerPortalUrl !== null),
      linksOpenDirectly: supplier.linkOpens === "direct",
      linksAskToSignIn: supplier.linkOpens === "sign_in",
    },
    formerPortalUrl,
  };
}
