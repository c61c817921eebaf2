import { randomUUID } from "node:crypto";
import type { AccountPlace, Add, Owner } from "./reach-parts";

const NOW = "2026-11-20T10:00:00Z";

/** The accounting settings of an account, and a batch of one invoice for each of its users. */
export async function addAccounting(
  add: Add,
  supplier: Owner,
  { id, people, invoice }: AccountPlace,
): Promise<void> {
  const owner = { ...supplier, account: id };
  const tenant = { supplier_id: supplier.supplier, account_id: id };
  const [batch, day] = [randomUUID(), "2026-11-20"];
  await add("accounting_settings", owner, {
    ...tenant,
    ...{ journal: "AC", supplier_account: "401", supplier_auxiliary: "", suspense_account: "471" },
    ...{ rent_account: "", maintenance_account: "", insurance_account: "", other_account: "" },
    ...{ vat_accounts: "{}", analytic_code: "", rules: "[]", updated_at: NOW },
  });
  await add(
    "accounting_batches",
    { ...owner, user: people.member },
    {
      ...{
        id: batch,
        ...tenant,
        number: 1,
        currency: "EUR",
        made_by: people.member,
        made_at: NOW,
        facts: "{}",
      },
      ...{ invoice_count: 1, credit_note_count: 0, incomplete_count: 0, total_minor: 100 },
      ...{ first_issued_on: day, last_issued_on: day },
    },
  );
  await add("accounting_entries", owner, {
    ...{ batch_id: batch, position: 1, ...tenant, invoice_id: invoice, number: "F-1", type: "invoice" },
    ...{ issued_on: day, seller_name: "Loueur", total_minor: 100, lines: "[]" },
  });
}
