"use server";

import { refuse, say } from "@/lib/actions/answer";
import { provenSupplierManagerAction } from "@/lib/actions/wrappers";
import { revokeKey } from "@/lib/keys/revoke-key";
import { keyPath } from "../key-path";

/** « Révoquer ». */
export const revokeKeyAction = provenSupplierManagerAction({}, async (session, _typed, id: string) => {
  const revoked = await revokeKey(session, id);
  if (!revoked.ok) return refuse(keyPath(id), { ...revoked, action: "revocation" });
  return say("/console/keys", { revoked: revoked.name });
});
