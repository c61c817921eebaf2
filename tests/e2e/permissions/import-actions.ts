import type { PortalWorld, VisitorKind } from "./visitors";

const nobody: VisitorKind[] = [];

/** The actions of imports and of packs to print, refused as they are posted here (`classified-actions.ts`). */
export const IMPORT_ACTIONS = {
  // A month without invoices; tests/integration/paper has others.
  "app/console/paper/take-pack-action.ts#takePackAction": {
    path: "/console/paper",
    fields: { month: "1999-01" },
    changes: nobody,
  },
  // Who may do what with which import: tests/integration/imports.
  "app/console/accounts/import/[id]/change-columns-action.ts#changeColumnsAction": {
    path: ({ imported }: PortalWorld) => `/console/accounts/import/${imported.id}`,
    fields: { column0: "email" },
    changes: nobody,
  },
  "app/console/accounts/import/[id]/force-line-action.ts#forceLineAction": {
    path: ({ imported }: PortalWorld) => `/console/accounts/import/${imported.id}`,
    fields: {},
    changes: nobody,
  },
  "app/console/accounts/import/[id]/apply-import-action.ts#applyImportAction": {
    path: ({ imported }: PortalWorld) => `/console/accounts/import/${imported.id}`,
    fields: { count: "1" },
    changes: nobody,
    isBound: true,
    writtenFor: "adviser" as const,
    answersInPlace: true,
  },
  // No page contains its form, because the import is not applied: it is posted without bound values.
  "app/console/accounts/import/[id]/undo-import-action.ts#undoImportAction": {
    path: ({ imported }: PortalWorld) => `/console/accounts/import/${imported.id}`,
    fields: {},
    changes: nobody,
  },
};
