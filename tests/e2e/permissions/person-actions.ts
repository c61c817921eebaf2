/** The actions of a person with several companies (`classified-actions.ts`). */
export const PERSON_ACTIONS = {
  // tests/integration/persons checks what each may reach. These visitors have one account each.
  "app/switch-account-action.ts#switchAccountAction": {
    path: "/invoices",
    fields: { user: "019ac0de-0000-7000-8000-000000000000" },
    changes: [],
  },
  "app/forget-entry-supplier-action.ts#forgetEntrySupplierAction": {
    path: "/invoices",
    fields: {},
    changes: [],
  },
  "app/(customer)/profile/companies/attach-identifier-action.ts#attachIdentifierAction": {
    path: "/profile/companies",
    fields: { identifier: "nobody-to-attach", password: "Papier-Carbone-7" },
    changes: [],
  },
  "app/(customer)/profile/companies/request-attachment-action.ts#requestAttachmentAction": {
    path: "/profile/companies",
    fields: { identifier: "nobody-to-attach" },
    changes: [],
  },
  "app/(customer)/profile/companies/attach/[token]/attach-by-link-action.ts#attachByLinkAction": {
    path: "/profile/companies/attach/never-mailed",
    fields: { secret: "never-mailed" },
    changes: [],
  },
  "app/(customer)/profile/companies/detach-identifier-action.ts#detachIdentifierAction": {
    path: "/profile/companies",
    fields: { user: "019ac0de-0000-7000-8000-000000000000" },
    changes: [],
  },
};
