import type { Locale } from "@/lib/languages";
import type { CustomerRole } from "@/lib/roles";
import type { Fact } from "./facts-table";
import { mailWords } from "./mail-words";
import { MailtoAddress } from "./mailto-address";

/** The customer's user who asks. */
export interface Asker {
  /** Empty if no name is recorded. */
  name: string;
  identifier: string;
  role: CustomerRole;
  email: string | null;
  /** Whether a link mailed to that address was used. */
  isEmailProven: boolean;
}

/** Returns the facts about the asking user as labels and values. */
export function askerFacts(asker: Asker, locale: Locale): Fact[] {
  const t = mailWords(locale);
  const facts: Fact[] = [{ label: t("label.identifier"), value: asker.identifier }];
  if (asker.name !== "") facts.unshift({ label: t("request.name"), value: asker.name });
  facts.push({ label: t("request.role"), value: t(`request.roles.${asker.role}`) });
  if (asker.email === null) return facts;
  return [
    ...facts,
    { label: t("request.email"), value: <MailtoAddress className="i" email={asker.email} style={{}} /> },
    { label: t("request.emailProven"), value: t(asker.isEmailProven ? "request.yes" : "request.no") },
  ];
}
