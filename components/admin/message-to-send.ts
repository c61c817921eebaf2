import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/languages";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";

/** Somebody who was given access, as the message to them needs it. */
export interface NewAccess {
  name: string;
  identifier: string;
  /** The address of an invitation; null with a default password, which the administrator passes on apart. */
  email: string | null;
  locale: Locale;
  companyName: string;
  supplierName: string;
  /** Where the person signs in. */
  portalUrl: string;
}

/**
 * Returns a message that the administrator can send as it is, in the language of the person. It holds no password, so
 * that the identifier and the password go separate ways.
 */
export async function messageToSend(access: NewAccess): Promise<string> {
  const t = await getTranslations({ locale: access.locale, namespace: "admin.message" });
  const { name, identifier, email, companyName: company, supplierName: supplier, portalUrl: url } = access;
  const values = { name, identifier, company, supplier, url, days: FIRST_ACCESS_DAYS, email: email ?? "" };
  return [
    t("hello", values),
    t("about", values),
    `${t("where", values)}\n${t("identifier", values)}`,
    t(email === null ? "password" : "invitation", values),
  ].join("\n\n");
}
