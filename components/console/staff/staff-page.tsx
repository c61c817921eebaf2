import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import type { StaffMember } from "@/lib/users/list-staff";

interface StaffPageProps {
  staff: readonly StaffMember[];
  /** Whether the list contains the staff of all suppliers and the operators. */
  isInstallation: boolean;
  timeZone: string;
  /** Whether a second factor was just reset. */
  isReset: boolean;
  /** The form that resets a second factor; null when nobody has one. */
  actions: ReactNode;
}

/** `/console/staff`: the members of staff, with role, last sign-in and second factor. */
export async function StaffPage({ staff, isInstallation, timeZone, isReset, actions }: StaffPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.staff")]);
  return (
    <div className="grid gap-6">
      <div>
        <h1>{t("title")}</h1>
        <p className="mt-2 max-w-text text-ink-2">{t(isInstallation ? "leadAll" : "lead")}</p>
      </div>
      {isReset && (
        <Note tone="ok">
          <p>{t("reset")}</p>
        </Note>
      )}
      <table className="plain-table table-cards">
        <thead>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("role")}</th>
            {isInstallation && <th scope="col">{t("supplier")}</th>}
            <th scope="col">{t("lastSignIn")}</th>
            <th scope="col">{t("factor")}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="card-line">
                {one.name || one.identifier}
                {one.name !== "" && <small className="font-mono">{one.identifier}</small>}
              </th>
              <td>{t(`roles.${one.role}`)}</td>
              {isInstallation && <td className="card-line">{one.supplierName ?? t("noSupplier")}</td>}
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
      {actions && (
        <Section title={t("lost")}>
          <div className="max-w-form">{actions}</div>
        </Section>
      )}
    </div>
  );
}
