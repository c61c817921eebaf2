import { addImportToApply, addImportToUndo } from "./new-customer";
import type { PortalWorld, VisitorKind } from "./visitors";

const nobody: VisitorKind[] = [];

/**
 * An action on the page of an import, posted with the form that the server wrote for an adviser. It needs fresh proof.
 */
const onImport = {
  path: "/console/accounts/import/{import}",
  changes: ["adviser" as const, "manager" as const],
  isOnce: true,
  isBound: true,
  writtenFor: "adviser" as const,
  answersInPlace: true,
};

/** The actions of imports and of packs to print (`classified-actions.ts`). */
export const IMPORT_ACTIONS = {
  // A month without invoices; tests/integration/paper tests months with invoices.
  "app/console/paper/take-pack-action.ts#takePackAction": {
    path: "/console/paper",
    fields: { month: "1999-01" },
    changes: nobody,
  },
  // tests/integration/imports checks who may do what with which import.
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
  "app/console/accounts/import/[id]/discard-import-action.ts#discardImportAction": {
    path: ({ imported }: PortalWorld) => `/console/accounts/import/${imported.id}`,
    fields: {},
    changes: nobody,
  },
  "app/console/accounts/import/[id]/apply-import-action.ts#applyImportAction": {
    ...onImport,
    prepare: addImportToApply,
    fields: { count: "" },
  },
  "app/console/accounts/import/[id]/undo-import-action.ts#undoImportAction": {
    ...onImport,
    prepare: addImportToUndo,
    fields: {},
  },
};
