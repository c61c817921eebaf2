"use server";

import { readSettingsForm } from "@/lib/accounting/read-settings-form";
import { saveAccountingSettings } from "@/lib/accounting/save-settings";
import { refuse, say } from "@/lib/actions/answer";
import { choiceOr, hidden, text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";

const PAGE = "/invoices/accounting/settings";

const account = () => text(60);
const rate = () => hidden(10);

/** Saves journal, accounts and VAT; the form has a field for the account of each rate of VAT. */
export const saveAccountingAction = customerAction(
  {
    ...{
      journal: account(),
      supplierAccount: account(),
      supplierAuxiliary: account(),
      suspenseAccount: account(),
    },
    ...{ rent: account(), maintenance: account(), insurance: account(), other: account() },
    ...{ vatRate1: rate(), vatRate2: rate(), vatRate3: rate(), vatRate4: rate() },
    ...{ vatRate5: rate(), vatRate6: rate(), vatRate7: rate(), vatRate8: rate() },
    ...{ vatAccount1: account(), vatAccount2: account(), vatAccount3: account(), vatAccount4: account() },
    ...{ vatAccount5: account(), vatAccount6: account(), vatAccount7: account(), vatAccount8: account() },
    recovery: choiceOr(["", "yes", "no"], ""),
    analyticCode: text(60),
    startsOn: text(30),
  },
  async ({ viewer }, typed) => {
    const read = readSettingsForm(typed);
    if (!read.ok) return refuse(PAGE, read);
    const saved = await saveAccountingSettings(viewer, read.settings);
    return saved.ok ? say(PAGE, { saved: "yes" }) : refuse(PAGE, saved);
  },
);
