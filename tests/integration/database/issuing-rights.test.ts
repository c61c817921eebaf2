import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { QueryFailed } from "@/lib/access/query-failure";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { authenticateCustomerToken, authenticateSupplierKey } from "@/lib/tokens/api-credentials";
import { issueCustomerToken, issueSupplierKey } from "@/lib/tokens/issue-api-access";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

/* Keys, tokens, links and mails, tried as somebody who runs SQL in the viewer's name. */
let supplier: TestSupplier;
let account: TestAccount;
let adviser: Viewer;
let manager: Viewer;
const EMAIL = "compta@essai.example";
const REFUSED = "42501";

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  adviser = (await makeStaff("adviser", supplier)).viewer;
  manager = (await makeStaff("manager", supplier)).viewer;
  await asOwner(async (owner) => {
    await owner`update accounts set email = ${EMAIL}, adviser_email = 'conseil@loueur.example' where id = ${account.id}`;
    await owner`update users set email = ${EMAIL} where id = ${account.administrator.userId}`;
    await owner`update users set email = 'membre@essai.example' where id = ${account.member.userId}`;
  });
});

/** PostgreSQL's error code, or "" for success; nothing is kept. */
async function codeOf(viewer: Viewer, statement: SQL): Promise<string> {
  try {
    await withViewer(viewer, async (tx) => {
      await tx.execute(statement);
      throw new Error("undo");
    });
  } catch (error) {
    if (error instanceof QueryFailed) return error.code;
  }
  return "";
}

const hash = sql`sha256(gen_random_uuid()::text::bytea)`;
const link = (purpose: string, user: string | null, email: string, supplierId = supplier.id) => sql`
  select issue_access_link(${randomUUID()}, ${purpose}, ${supplierId}, ${user}, null, ${email}, ${hash}, now())`;
const insertToken = (purpose: string) => sql`
  insert into tokens (id, purpose, supplier_id, user_id, email, token_hash, created_at)
  values (${randomUUID()}, ${purpose}, ${supplier.id}, ${account.administrator.userId}, ${EMAIL}, ${hash}, now())`;
const mail = (kind: string, recipient: string, user: string) => sql`
  insert into mails (id, supplier_id, account_id, user_id, kind, subject_id, recipient, locale, props, state, next_try_at, created_at)
  values (${randomUUID()}, ${supplier.id}, ${account.id}, ${user}, ${kind}, ${randomUUID()}, ${recipient}, 'fr', '{}', 'queued', now(), now())`;

describe("a mailed link", () => {
  it("is inserted by nobody, for any purpose", async () => {
    const everybody = [
      adviser,
      manager,
      supplier.keyViewer,
      account.administrator,
      account.member,
      { kind: "job" } as const,
    ];
    for (const viewer of everybody)
      for (const purpose of ["recovery", "activation", "invitation"])
        expect(await codeOf(viewer, insertToken(purpose)), `${viewer.kind} ${purpose}`).toBe(REFUSED);
  });

  it("for recovery cannot be made by the supplier; other links only for the recorded address of the right user", async () => {
    const { userId } = account.administrator;
    for (const viewer of [adviser, manager, supplier.keyViewer]) {
      expect(await codeOf(viewer, link("activation", userId, EMAIL)), viewer.kind).toBe("");
      expect(await codeOf(viewer, link("recovery", null, EMAIL)), viewer.kind).toBe(REFUSED);
      expect(await codeOf(viewer, link("activation", userId, "attacker@evil.example")), viewer.kind).toBe(
        REFUSED,
      );
      expect(await codeOf(viewer, link("activation", account.member.userId, "membre@essai.example"))).toBe(
        REFUSED,
      );
    }
    const { userId: member } = account.member;
    expect(await codeOf(account.administrator, link("invitation", member, "membre@essai.example"))).toBe("");
    expect(await codeOf(account.administrator, link("invitation", member, "attacker@evil.example"))).toBe(
      REFUSED,
    );
    expect(await codeOf(account.member, link("invitation", member, "membre@essai.example"))).toBe(REFUSED);
  });

  it("is not made at another supplier, or by somebody whose viewer is invented", async () => {
    const { userId } = account.administrator;
    const other = await makeSupplier();
    const foreign = (await makeStaff("adviser", other)).viewer;
    const invented: Viewer[] = [
      foreign,
      { kind: "adviser", userId: randomUUID(), supplierId: supplier.id },
      { kind: "supplier_key", keyId: randomUUID(), supplierId: supplier.id },
      { kind: "supplier_key", keyId: other.keyViewer.keyId, supplierId: supplier.id },
    ];
    for (const viewer of invented)
      expect(await codeOf(viewer, link("activation", userId, EMAIL))).toBe(REFUSED);
    const posing: Viewer = { ...account.member, kind: "administrator" };
    expect(await codeOf(posing, link("invitation", account.member.userId, "membre@essai.example"))).toBe(
      REFUSED,
    );
  });

  it("stays used once it is used, and the journal says who made it, without its secret", async () => {
    await withViewer(adviser, (tx) => tx.execute(link("activation", account.administrator.userId, EMAIL)));
    await withViewer(adviser, (tx) => tx.execute(sql`update tokens set consumed_at = now()`));
    expect(await codeOf(adviser, sql`update tokens set consumed_at = null`)).toBe(REFUSED);
    expect(await codeOf(adviser, sql`update tokens set email = 'attacker@evil.example'`)).toBe(REFUSED);
    const events = await asOwner(
      (owner) => owner`
      select actor_kind, actor_id, supplier_id, details from audit_events where action = 'access_link_issued'`,
    );
    expect(events).toEqual([
      {
        actor_kind: "adviser",
        actor_id: "userId" in adviser ? adviser.userId : "",
        supplier_id: supplier.id,
        details: { purpose: "activation" },
      },
    ]);
  });
});

describe("an API key or token", () => {
  const newKey = { name: "Essai", scopes: ["deposits" as const], expiresAt: null };
  const key = (viewer: Viewer, supplierId = supplier.id, replaced?: { id: string; endsAt: Date }) =>
    withViewer(viewer, (tx) =>
      issueSupplierKey(tx, { ...newKey, id: randomUUID(), supplierId, at: now(), replaced }),
    );
  const token = (viewer: Viewer, userId: string) =>
    withViewer(viewer, (tx) =>
      issueCustomerToken(tx, { id: randomUUID(), userId, name: "Essai", at: now() }),
    );
  const bearer = (secret: string) => new Headers({ authorization: `Bearer ${secret}` });

  it("of a supplier is made by its manager, and by nobody else", async () => {
    expect(await authenticateSupplierKey(bearer((await key(manager)).secret))).toMatchObject({
      viewer: { supplierId: supplier.id },
      scopes: ["deposits"],
    });
    const others = [adviser, supplier.keyViewer, account.administrator, { kind: "anonymous" } as const];
    for (const viewer of others) await expect(key(viewer), viewer.kind).rejects.toThrow(REFUSED);
    await expect(key(manager, (await makeSupplier()).id)).rejects.toThrow(REFUSED);
    for (const viewer of [manager, adviser, { kind: "job" } as const])
      expect(
        await codeOf(
          viewer,
          sql`insert into supplier_keys (id, supplier_id, name, scopes, prefix, key_hash, created_at)
          values (${randomUUID()}, ${supplier.id}, 'x', '{deposits}', 'x', ${hash}, now())`,
        ),
      ).toBe(REFUSED);
  });

  it("of a supplier is revoked by a manager, and stays revoked", async () => {
    for (const change of [sql`key_hash = ${hash}`, sql`expires_at = null`, sql`scopes = '{accounts}'`])
      expect(await codeOf(manager, sql`update supplier_keys set ${change}`)).toBe(REFUSED);
    await withViewer(manager, (tx) => tx.execute(sql`update supplier_keys set revoked_at = now()`));
    expect(await authenticateSupplierKey(bearer(supplier.key))).toBeNull();
    expect(await codeOf(manager, sql`update supplier_keys set revoked_at = null`)).toBe(REFUSED);
  });

  it("of a supplier replaces only an active key of the same supplier, name and scopes, once", async () => {
    const endsAt = new Date(now().getTime() + 60_000);
    const oneNamed = async (name: string, of: TestSupplier, scopes = "{deposits}") => {
      const id = randomUUID();
      await asOwner(
        (owner) => owner`
          insert into supplier_keys (id, supplier_id, name, scopes, prefix, key_hash, created_at)
          values (${id}, ${of.id}, ${name}, ${scopes}, 'efk_', sha256(${id}), now())`,
      );
      return { id, endsAt };
    };
    const revoked = await oneNamed("Essai", supplier);
    await asOwner((owner) => owner`update supplier_keys set revoked_at = now() where id = ${revoked.id}`);
    const expired = await oneNamed("Essai", supplier);
    await asOwner((owner) => owner`update supplier_keys set expires_at = ${now()} where id = ${expired.id}`);
    for (const replaced of [
      revoked,
      expired,
      await oneNamed("Autre", supplier),
      await oneNamed("Essai", supplier, "{deposits,accounts}"),
      await oneNamed("Essai", await makeSupplier()),
      { id: randomUUID(), endsAt },
    ])
      await expect(key(manager, supplier.id, replaced)).rejects.toThrow(REFUSED);
    const old = await oneNamed("Essai", supplier);
    await key(manager, supplier.id, old);
    await expect(key(manager, supplier.id, old)).rejects.toThrow(REFUSED);
    const [row] = await asOwner((owner) => owner`select expires_at from supplier_keys where id = ${old.id}`);
    expect(row?.expires_at).toEqual(endsAt);
  });

  it("of a customer is made by an administrator for themselves; the journal names both kinds", async () => {
    const { userId, accountId } = account.administrator;
    const secret = await token(account.administrator, userId);
    expect(await authenticateCustomerToken(bearer(secret))).toMatchObject({ userId, accountId });
    await expect(token(account.administrator, account.member.userId)).rejects.toThrow(REFUSED);
    await expect(token(account.member, account.member.userId)).rejects.toThrow(REFUSED);
    await expect(token(manager, userId)).rejects.toThrow(REFUSED);
    await key(manager);
    const events = await asOwner((owner) => owner`select action from audit_events order by action`);
    expect(events.map(({ action }) => String(action))).toEqual([
      "customer_token_issued",
      "supplier_key_issued",
    ]);
  });
});

describe("a mail", () => {
  it("of a member goes to their own address, their adviser or the supplier, never to a stranger", async () => {
    const { userId } = account.member;
    expect(await codeOf(account.member, mail("password_changed", "membre@essai.example", userId))).toBe("");
    expect(await codeOf(account.member, mail("request_made", "conseil@loueur.example", userId))).toBe("");
    for (const kind of ["password_changed", "request_made", "request_received"])
      for (const recipient of ["stranger@evil.example", EMAIL])
        expect(await codeOf(account.member, mail(kind, recipient, userId)), `${kind} ${recipient}`).toBe(
          REFUSED,
        );
  });

  it("of a supplier goes to an address recorded for the account, and its recipient can only be changed to another such address", async () => {
    const { userId } = account.administrator;
    for (const viewer of [adviser, supplier.keyViewer]) {
      expect(await codeOf(viewer, mail("activation", EMAIL, userId)), viewer.kind).toBe("");
      expect(await codeOf(viewer, mail("activation", "stranger@evil.example", userId)), viewer.kind).toBe(
        REFUSED,
      );
    }
    await withViewer(adviser, (tx) => tx.execute(mail("activation", EMAIL, userId)));
    expect(await codeOf(adviser, sql`update mails set recipient = 'stranger@evil.example'`)).toBe(REFUSED);
    expect(await codeOf(adviser, sql`update mails set recipient = 'membre@essai.example'`)).toBe("");
    expect(await codeOf(adviser, sql`update mails set state = 'cancelled'`)).toBe("");
  });
});
