import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import type { StaffMember } from "@/lib/users/staff/list-staff";
import { STAFF_CHANGE_CHOICES } from "@/lib/users/staff/staff-changes";

interface StaffPageProps {
  staff: readonly StaffMember[];
  /** Whether the list contains the staff of all suppliers and the operators. */
  isInstallation: boolean;
  timeZone: string;
  /** What the last form was answered with. */
  result: Readonly<Record<string, string>>;
  /** The forms that change the staff; null for an operator, who changes none. */
  manage: ReactNode;
  /** The form that resets a second factor; null when nobody has one. */
  lost: ReactNode;
}

/** `/console/staff`: the members of staff, with role, access and second factor, and the forms that change them. */
export async function StaffPage({ staff, isInstallation, timeZone, result, manage, lost }: StaffPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.staff")]);
  const done = (["invited", ...STAFF_CHANGE_CHOICES] as const).find((one) => one === result.done);
  const { name = "", email = "" } = result;
  return (
    <div className="grid gap-6">
      <div>
        <h1>{t("title")}</h1>
        <p className="mt-2 max-w-text text-ink-2">{t(isInstallation ? "leadAll" : "lead")}</p>
      </div>
      {(done || result.done === "factor_reset") && (
        <Note tone="ok">
          <p>{done ? t(`done.${done}`, { name, email }) : t("reset")}</p>
        </Note>
      )}
      <table className="plain-table table-cards">
        <thead>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("role")}</th>
            {isInstallation && <th scope="col">{t("supplier")}</th>}
            <th scope="col">{t("access")}</th>
            <th scope="col">{t("lastSignIn")}</th>
            <th scope="col">{t("factor")}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="card-line wrap-anywhere">
                {one.name || one.identifier}
                {one.name !== "" && <small className="font-mono">{one.identifier}</small>}
              </th>
              <td>{t(`roles.${one.role}`)}</td>
              {isInstallation && <td className="card-line">{one.supplierName ?? t("noSupplier")}</td>}
              <td className="card-line" data-label={t("access")}>
                {t(`accessOf.${one.access}`, {
                  date: one.accessUntil ? formatInstant(one.accessUntil, locale, timeZone) : "",
                })}
              </td>
              <td className="card-line" data-label={t("lastSignIn")}>
                {one.lastSignInAt ? formatInstant(one.lastSignInAt, locale, timeZone) : t("never")}
              </td>
              <td className="card-line" data-label={t("factor")}>
                {t(one.hasSecondFactor ? "enrolled" : "notEnrolled")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {manage && (
        <Section title={t("manage")}>
          <div className="max-w-form">{manage}</div>
        </Section>
      )}
      {lost && (
        <Section title={t("lost")}>
          <div className="max-w-form">{lost}</div>
        </Section>
      )}
    </div>
  );
}
