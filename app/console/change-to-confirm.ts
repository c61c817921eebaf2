import type { getTranslations } from "next-intl/server";
import { type ChangeToConfirm, WARNING_FIELDS } from "@/components/console/address-change/change-to-confirm";
import type { AddressChangePreview } from "@/lib/accounts/address-change/preview-address-change";
import { ASKED_BY_LENGTH } from "@/lib/accounts/address-change/read-address-change";

type Words = Awaited<ReturnType<typeof getTranslations<"console.addressChange">>>;
type Refusal =
  "email_invalid" | "asked_by_missing" | "too_long" | "not_found" | "closed" | "same_address" | "too_often";

const FIELDS: Partial<Record<Refusal, "email" | "asked">> = {
  email_invalid: "email",
  same_address: "email",
  asked_by_missing: "asked",
  too_long: "asked",
};

const NOTHING = { consequences: [], others: [], warnings: [] };

/** Says why a change of address was not made. */
export const refusedChange = (reason: Refusal, email: string, t: Words): ChangeToConfirm => ({
  ...NOTHING,
  email,
  error: { field: FIELDS[reason] ?? null, text: t(`refused.${reason}`, { length: ASKED_BY_LENGTH }) },
});

/** Says what a change of address will do, in the order in which it happens. */
export function changeToConfirm(preview: AddressChangePreview, isUnsure: boolean, t: Words): ChangeToConfirm {
  const { email, others, warnings, suggestion } = preview;
  return {
    email,
    error: isUnsure ? { field: "warnings", text: t("refused.unsure") } : null,
    consequences: consequencesOf(preview, t),
    others: others.map(({ id, customerNumber, companyName }) => ({
      id,
      label: t("alsoFor", { company: companyName, number: customerNumber }),
    })),
    warnings: warnings.map((warning) => ({
      name: WARNING_FIELDS[warning],
      label: t(`warning.${warning}`, { domain: email.split("@").at(-1) ?? "", suggestion: suggestion ?? "" }),
    })),
  };
}

function consequencesOf(preview: AddressChangePreview, t: Words): ChangeToConfirm["consequences"] {
  const { when, email, existingUser, notified, person, keepsMember, missed, otherAdministrators } = preview;
  const others = preview.others.length;
  const lines = [{ when: t("lines.when"), what: t(`lines.${when}`, { others }) }];
  lines.push({
    when: email,
    what: existingUser
      ? t("lines.existingUser", { person: existingUser.label, identifier: existingUser.identifier })
      : t("lines.activation"),
  });
  if (notified !== null)
    lines.push({
      when: notified,
      what: t(person === "same" ? "lines.samePerson" : keepsMember ? "lines.keeps" : "lines.ends"),
    });
  if (missed > 0 && when === "at_once")
    lines.push({ when: t("lines.missedWhen"), what: t("lines.missed", { count: missed }) });
  if (otherAdministrators > 0)
    lines.push({ when: t("lines.othersWhen"), what: t("lines.others", { count: otherAdministrators }) });
  lines.push({ when: t("lines.sameWhen"), what: t("lines.unchanged") });
  return lines;
}
