import { sqlClient } from "@/db/client";
import { oldestKnownUse } from "./known-device";

/** Whether the user with this identifier has signed in on the browser with this digest, and still has the same access. */
export async function isKnownDevice(identifier: string, secretHash: string, at: Date): Promise<boolean> {
  const [row] = await sqlClient()<{ known: boolean }[]>`
    select auth_knows_device(${identifier}, ${Buffer.from(secretHash, "hex")}, ${oldestKnownUse(at)}) as known`;
  return row?.known ?? false;
}
