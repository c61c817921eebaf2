import { getTranslations } from "next-intl/server";
import { SUPPLIER_NAME_LENGTH } from "@/lib/operators/supplier-limits";

const REASONS = [
  "too_often",
  "not_found",
  "has_manager",
  "already_staff",
  "deactivated",
  "too_many_staff",
] as const;

const FIELDS = {
  name: ["supplier_name_missing", "supplier_name_too_long"],
  slug: ["slug_invalid", "slug_reserved", "slug_taken"],
  contactEmail: ["contact_invalid"],
  managerName: ["name_missing", "name_invalid"],
  managerEmail: ["email_invalid"],
} as const;

/** Returns the sentence for the whole form, if any, and those for single fields. */
export async function supplierProblems(result: Readonly<Record<string, string>>) {
  const t = await getTranslations("console.suppliers.problems");
  const faults = (result.problems ?? "").split(" ");
  const errorOf = (field: keyof typeof FIELDS) => {
    const fault = FIELDS[field].find((one) => faults.includes(one));
    return fault && t(fault, { length: SUPPLIER_NAME_LENGTH });
  };
  const reason = REASONS.find((one) => one === result.reason);
  return { form: reason ? t(reason) : null, errorOf };
}
