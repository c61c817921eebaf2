"use server";

import { z } from "zod";
import { BulkResult } from "@/components/console/accounts/bulk-result";
import { applyBulk } from "@/lib/accounts/bulk/apply-bulk";
import { readBulkAccounts, readBulkAction } from "@/lib/accounts/bulk/bulk-action";
import { goTo, showInPlace } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";

/** Applies what the preview showed. The lists are never cut: one that is too long counts as empty. */
export const applyBulkAction = supplierStaffAction(
  { action: hidden(60), accounts: z.string().max(5_000).catch("") },
  async ({ viewer }, typed) => {
    const action = readBulkAction(typed.action);
    if (!action) return goTo("/console/accounts");
    const done = await applyBulk(viewer, action, readBulkAccounts(typed.accounts));
    if (action.kind === "resend_activation") dispatchSoon();
    return showInPlace({ kind: action.kind, ...done });
  },
  BulkResult,
);
