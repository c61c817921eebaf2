import type { Prepared } from "./new-customer";
import type { PortalWorld, VisitorKind } from "./visitors";
import { addKey } from "./world-rows";

const manager: VisitorKind[] = ["manager"];

/** Adds a key that the visitors may rotate and revoke; the demo's own key stays as it is. */
const prepare = async ({ sql, visitors }: PortalWorld): Promise<Prepared> => {
  const [row] = await sql<{ supplier_id: string }[]>`
    select supplier_id from users where id = ${visitors.manager.userId}`;
  const { id } = await addKey(sql, row?.supplier_id ?? "");
  return { key: id };
};

const onKey = {
  path: "/console/keys/{key}",
  prepare,
  changes: manager,
  isOnce: true,
  isBound: true,
  writtenFor: "manager" as const,
};

/** The actions of the supplier's keys (`classified-actions.ts`); what they refuse: tests/integration/keys. */
export const KEY_ACTIONS = {
  "app/console/keys/new/create-key-action.ts#createKeyAction": {
    path: "/console/keys/new",
    fields: { name: "Permissions {me}", deposits: "yes", life: "month" },
    changes: manager,
    isBound: true,
    writtenFor: "manager" as const,
    answersInPlace: true,
  },
  "app/console/keys/[id]/rotate-key-action.ts#rotateKeyAction": {
    ...onKey,
    fields: { overlap: "none" },
    answersInPlace: true,
  },
  "app/console/keys/[id]/revoke-key-action.ts#revokeKeyAction": { ...onKey, fields: {} },
};
