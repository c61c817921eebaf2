"use server";

import { z } from "zod";
import { VehicleRulesForm } from "@/components/accounting/vehicle-rules-form";
import { saveAccountingSettings } from "@/lib/accounting/save-settings";
import { readVehicleRules } from "@/lib/accounting/vehicle-rules";
import { refuse, say, showInPlace } from "@/lib/actions/answer";
import { customerAction } from "@/lib/actions/wrappers";

const PAGE = "/invoices/accounting/settings";
/** Never cut, and bounded by the size of a form: a list of which a part is missing would remove the rest. */
const list = z.string().catch("");

interface Refused {
  text: string;
  problem: { reason: "rule_unreadable" | "too_many_rules"; line: number };
}

/**
 * Saves what is different for single vehicles and contracts. A list that cannot be read is shown again in its place: it
 * may be too long for a cookie.
 */
export const saveRulesAction = customerAction(
  { rules: list },
  async ({ viewer }, { rules: text }) => {
    const read = readVehicleRules(text);
    if (!read.ok)
      return {
        ...showInPlace<Refused>({ text, problem: { reason: read.reason, line: read.line } }),
        isRefusal: true,
      };
    const saved = await saveAccountingSettings(viewer, { rules: read.rules });
    return saved.ok ? say(PAGE, { saved: "yes" }, `${PAGE}#rules`) : refuse(PAGE, saved);
  },
  RefusedRules,
);

function RefusedRules(refused: Refused) {
  return <VehicleRulesForm {...refused} save={saveRulesAction} />;
}
