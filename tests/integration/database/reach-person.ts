import { randomBytes, randomUUID } from "node:crypto";
import type { Add, AddPerson } from "./reach-parts";

export const NOW = "2026-11-20T10:00:00Z";
export const LATER = "2027-02-20T10:00:00Z";

/** Returns a function that adds a user with a session. The password hash of the user is not valid. */
export function personAdder(add: Add): AddPerson {
  return async (role, id, place, { email, sessionId = randomUUID(), namedBy = [] } = {}) => {
    const owner = { ...place, user: id, namedBy, isProven: email !== undefined };
    await add("users", owner, {
      id,
      identifier: `person-${id}`,
      role,
      email: email ?? null,
      email_verified_at: email ? NOW : null,
      password_hash: "hash",
      account_id: place.account,
      supplier_id: place.account ? null : place.supplier,
      created_at: NOW,
    });
    const seen = { created_at: NOW, last_seen_at: NOW, expires_at: LATER };
    await add("known_devices", owner, {
      user_id: id,
      secret_hash: randomBytes(32),
      stamp: 1,
      known_since: NOW,
      last_used_at: NOW,
    });
    // A mailed link does not attach a user with a second factor, so the users whom a viewer names have none.
    if (namedBy.length === 0) {
      await add("second_factors", owner, {
        ...{ user_id: id, sealed_for: id },
        ...{ sealed_secret: "sealed", enrolled_at: NOW },
      });
      await add("recovery_codes", owner, { user_id: id, code_hash: randomBytes(32) });
    }
    await add("sessions", owner, { id: sessionId, user_id: id, stamp: 1, ...seen });
  };
}
