import type { getTranslations } from "next-intl/server";

type Words = Awaited<ReturnType<typeof getTranslations<"console.account.timeline">>>;

const FIELDS = [
  "companyName",
  "siren",
  "vatNumber",
  "email",
  "preference",
  "channel",
  "locale",
  "siret",
  "routingCode",
  "electronicAddress",
  "checkedOn",
  "adviser",
  "adviserName",
  "adviserEmail",
  "adviserPhone",
] as const;

/** The changed fields of a customer in words, such as « canal, langue »; unknown ones are left out. */
export const fieldsInWords = (fields: readonly string[], t: Words): string =>
  fields
    .flatMap((field) => FIELDS.find((known) => known === field) ?? [])
    .map((field) => t(`fields.${field}`))
    .join(", ");
