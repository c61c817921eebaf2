import { v7 as uuidv7 } from "uuid";
import { customerTokens } from "@/db/schema/keys";
import { users } from "@/db/schema/users";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { newSecret, sha256Hex } from "@/lib/sha256";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { CUSTOMER_TOKEN_PREFIX } from "@/lib/tokens/api-credentials";
import { firstAccessEnd } from "@/lib/tokens/life-spans";
import type { DemoUser, DemoWorld } from "./demo-world";
import { accountKey, type DemoRows } from "./insert-demo-accounts";

/** Inserts the demo users and a read-only token for each administrator; returns the tokens by identifier. */
export async function insertDemoUsers(world: DemoWorld, demoRows: DemoRows): Promise<Record<string, string>> {
  const at = now();
  const rows: (typeof users.$inferInsert & { id: string })[] = [];
  for (const user of world.users) rows.push(await userRow(user, demoRows, at));
  const tokens: Record<string, string> = {};
  const tokenRows: (typeof customerTokens.$inferInsert)[] = [];
  for (const { id: userId, identifier, role, accountId } of rows) {
    const account = [...demoRows.accounts.values()].find(({ id }) => id === accountId)?.account;
    if (role !== "administrator" || !account || !accountId) continue;
    const token = newSecret(CUSTOMER_TOKEN_PREFIX);
    tokens[identifier] = token;
    tokenRows.push({
      supplierId: demoRows.suppliers.get(account.supplier)?.id ?? "",
      accountId,
      userId,
      name: "Démonstration",
      prefix: token.slice(0, 12),
      tokenHash: sha256Hex(token),
      createdAt: at,
    });
  }
  await withViewer({ kind: "job" }, async (tx) => {
    await tx.insert(users).values(rows);
    await tx.insert(customerTokens).values(tokenRows);
  });
  return tokens;
}

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
