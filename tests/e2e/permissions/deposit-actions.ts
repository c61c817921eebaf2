import { randomBytes, randomUUID } from "node:crypto";
import type { Prepared } from "./new-customer";
import type { PortalWorld, VisitorKind } from "./visitors";

const managers: VisitorKind[] = ["manager", "old_proof_manager"];

/** Adds a refused file without bytes, which the visitors may set aside. */
const prepare = async ({ sql, visitors }: PortalWorld): Promise<Prepared> => {
  const id = randomUUID();
  await sql`
    insert into refused_files (id, supplier_id, sha256, file_name, size, reason, problems, first_refused_at,
      last_refused_at, source, quarantine_key, quarantined_until)
    select ${id}, supplier_id, ${randomBytes(32)}, 'refusee.pdf', 1, 'metadata', '[]', now(), now(), 'api',
      supplier_id || '/quarantine/' || ${id}, now() + interval '1 day'
    from users where id = ${visitors.manager.userId}`;
  return { refused: id };
};

const onFile = {
  path: "/console/deposits/{refused}",
  prepare,
  isOnce: true,
  isBound: true,
  writtenFor: "manager" as const,
};

/** The actions on refused files (`classified-actions.ts`); what they do: tests/integration/deposits. */
export const DEPOSIT_ACTIONS = {
  // The bytes of this file are not there, so nothing is deposited.
  "app/console/deposits/[id]/correct-file-action.ts#correctFileAction": {
    ...onFile,
    fields: { customerNumber: "nobody" },
    changes: [],
  },
  "app/console/deposits/[id]/dismiss-file-action.ts#dismissFileAction": {
    ...onFile,
    fields: {},
    changes: managers,
  },
};
