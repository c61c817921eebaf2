import { formatDate, formatHour } from "@/lib/dates";
import type { HelpCondition } from "@/lib/help/topics/help-topic";
import type { Locale } from "@/lib/languages";
import { MONTHS_AFTER_DEPOSIT } from "@/lib/month-settings";
import { numberInWords } from "@/lib/number-in-words";
import { PASSWORD_GOOD_LENGTH, PASSWORD_MIN_LENGTH } from "@/lib/password-rule";
import { IDLE_MINUTES, SESSION_HOURS } from "@/lib/session-lifetime";
import type { Supplier } from "@/lib/suppliers/find-supplier";
import {
  ACTIVATION_DAYS,
  DIRECT_LINK_MONTHS,
  FIRST_ACCESS_DAYS,
  MAILED_LINK_MINUTES,
} from "@/lib/tokens/life-spans";
import { MESSAGES } from "@/messages/messages";

/** The facts of a supplier used by help texts: values to fill in, and conditions. */
export interface HelpFacts {
  slug: string;
  values: Readonly<Record<string, string>>;
  conditions: Readonly<Record<HelpCondition, boolean>>;
  formerPortalUrl: string | null;
}

/** Returns the facts of this supplier, formatted for the language. */
export function helpFacts(supplier: Supplier, locale: Locale): HelpFacts {
  const { startsOn, formerPortalName, formerPortalUrl } = supplier;
  return {
    slug: supplier.slug,
    values: {
      supplier: supplier.name,
      sender: supplier.senderAddress,
      months: String(supplier.retentionMonths),
      history: String(supplier.defaultHistoryMonths),
      activationDays: String(ACTIVATION_DAYS),
      linkMinutes: String(MAILED_LINK_MINUTES),
      directLinkMonths: numberInWords(DIRECT_LINK_MONTHS, locale),
      firstAccessDays: numberInWords(FIRST_ACCESS_DAYS, locale),
      monthsAfterDeposit: numberInWords(MONTHS_AFTER_DEPOSIT, locale),
      passwordLength: String(PASSWORD_MIN_LENGTH),
      goodPasswordLength: String(PASSWORD_GOOD_LENGTH),
      idleMinutes: String(IDLE_MINUTES),
      sessionHours: numberInWords(SESSION_HOURS, locale),
      digestHour: formatHour(supplier.digestHour, locale),
      startsOn: startsOn === null ? "" : formatDate(startsOn, locale),
      formerPortal: formerPortalName ?? MESSAGES[locale].register.former.unnamed,
    },
    conditions: {
      hasFormerPortal: startsOn !== null && (formerPortalName !== null || formerPortalUrl !== null),
      linksOpenDirectly: supplier.linkOpens === "direct",
      linksAskToSignIn: supplier.linkOpens === "sign_in",
    },
    formerPortalUrl,
  };
}
