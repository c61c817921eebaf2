import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { AuditFilter as Filter } from "@/lib/audit/audit-filter";
import { ACTION_GROUPS, ACTOR_SIDES } from "@/lib/audit-choices";

export interface AuditFilterProps {
  filter: Filter;
  /** The members of the supplier's staff: id, and identifier with name. */
  staff: readonly { id: string; label: string }[];
}

/** The form that limits the supplier's journal: period, person, kind of action, customer. */
export async function AuditFilter({ filter, staff }: AuditFilterProps) {
  const t = await getTranslations("console.audit");
  const who = typeof filter.who === "object" ? filter.who?.userId : filter.who;
  return (
    <form
      className="mb-6 grid items-end gap-x-4 gap-y-3 tablet:grid-cols-3 desk:grid-cols-[11rem_11rem_minmax(0,1fr)_minmax(0,1fr)_8rem_auto]"
      role="search"
      aria-label={t("filter")}
      action="/console/audit"
    >
      <Field id="from" name="from" type="date" label={t("from")} defaultValue={filter.from} />
      <Field id="to" name="to" type="date" label={t("to")} defaultValue={filter.to} />
      <SelectField id="who" name="who" label={t("who")} defaultValue={who ?? ""}>
        <option value="">{t("everybody")}</option>
        {ACTOR_SIDES.map((side) => (
          <option key={side} value={side}>
            {t(`sides.${side}`)}
          </option>
        ))}
        {staff.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </SelectField>
      <SelectField id="group" name="group" label={t("what")} defaultValue={filter.group ?? ""}>
        <option value="">{t("everything")}</option>
        {ACTION_GROUPS.map((group) => (
          <option key={group} value={group}>
            {t(`groups.${group}`)}
          </option>
        ))}
      </SelectField>
      <Field
        id="customer"
        name="customer"
        label={t("customerNumber")}
        autoComplete="off"
        defaultValue={filter.customerNumber}
      />
      <button className="button">{t("show")}</button>
    </form>
  );
}
