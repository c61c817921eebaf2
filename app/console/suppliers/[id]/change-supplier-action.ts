"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choice } from "@/lib/actions/fields";
import { provenOperatorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { changeSupplier } from "@/lib/operators/change-supplier";
import { SUPPLIER_CHANGES } from "@/lib/operators/supplier-changes";
import { supplierPath } from "../supplier-path";

/** Suspends the supplier, puts it back into service, or lets its paused mails leave. */
export const changeSupplierAction = provenOperatorAction(
  { do: choice(SUPPLIER_CHANGES) },
  async (session, { do: wanted }, id: string) => {
    const page = supplierPath(id);
    const changed = await changeSupplier(session, id, wanted);
    if (!changed.ok) return refuse(page, { ...changed, action: wanted });
    // What was held leaves with the next run of the background work, which begins now.
    dispatchSoon();
    return say(page, { done: wanted, name: changed.name });
  },
);
