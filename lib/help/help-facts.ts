import { formatDate, formatHour } from "@/lib/dates";
import type { HelpCondition } from "@/lib/help/topics/help-topic";
import type { Locale } from "@/lib/locale/locale";
import type { Supplier } from "@/lib/suppliers/find-supplier";
import { MESSAGES } from "@/messages/messages";

/** The facts of a supplier that help texts use: values to fill in, and conditions. */
export interface HelpFacts {
  slug: string;
  values: Readonly<Record<string, string>>;
  isSo: Readonly<Record<HelpCondition, boolean>>;
  formerPortalUrl: string | null;
}

/** The facts of this supplier, formatted for the language. */
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
