import { v7 as uuidv7 } from "uuid";
import { secondFactors } from "@/db/schema/second-factors";
import { users } from "@/db/schema/users";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { sealFactorSecret } from "@/lib/sign-in/second-factor/factor-secret";
import { issueCustomerToken } from "@/lib/tokens/issue-api-access";
import { firstAccessEnd } from "@/lib/tokens/life-spans";
import type { DemoUser, DemoWorld } from "./demo-world";
import { accountKey, type DemoRows } from "./insert-demo-accounts";

/**
 * Inserts the demo users, the second factors of staff, and a read-only token for each administrator; returns the tokens by
 * identifier.
 */
export async function insertDemoUsers(world: DemoWorld, demoRows: DemoRows): Promise<Record<string, string>> {
  const at = now();
  const rows: (typeof users.$inferInsert & { id: string })[] = [];
  for (const user of world.users) rows.push(await userRow(user, demoRows, at));
  const factors = world.users.flatMap(({ totpSecret }, index) =>
    totpSecret === null ? [] : [demoFactor(rows[index]?.id ?? "", totpSecret, at)],
  );
  const tokens: Record<string, string> = {};
  await withViewer({ kind: "job" }, async (tx) => {
    await tx.insert(users).values(rows);
    await tx.insert(secondFactors).values(factors);
    for (const { id: userId, identifier, role, accountId } of rows)
      if (role === "administrator" && accountId)
        tokens[identifier] = await issueCustomerToken(tx, {
          id: uuidv7(),
          userId,
          name: "Démonstration",
          at,
        });
  });
  return tokens;
}

const demoFactor = (userId: string, secret: string, enrolledAt: Date) => ({
  ...{ userId, sealedFor: userId, sealedSecret: sealFactorSecret(userId, secret) },
  ...{ isDemo: true, enrolledAt },
});

async function userRow(
  user: DemoUser,
  demoRows: DemoRows,
  at: Date,
): Promise<typeof users.$inferInsert & { id: string }> {
  const { identifier, name, email, role, supplier, customerNumber, mustChangePassword } = user;
  const account =
    customerNumber === null ? undefined : demoRows.accounts.get(accountKey(supplier ?? "", customerNumber));
  const isStaff = customerNumber === null && supplier !== null;
  return {
    id: uuidv7(),
    identifier,
    name,
    email,
    emailVerifiedAt: user.isEmailVerified ? at : null,
    passwordHash: await hashPassword(user.password, { owners: [] }),
    passwordChangedAt: at,
    role,
    mustChangePassword,
    defaultPasswordExpiresAt: mustChangePassword ? firstAccessEnd(at) : null,
    accountId: account?.id ?? null,
    supplierId: isStaff ? (demoRows.suppliers.get(supplier)?.id ?? null) : null,
    createdAt: at,
  };
}
