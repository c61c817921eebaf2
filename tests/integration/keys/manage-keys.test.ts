import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Manager } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { DAY_MS, HOUR_MS } from "@/lib/durations";
import { createKey, type NewKey } from "@/lib/keys/create-key";
import { MAX_ACTIVE_KEYS, MAX_ENDED_SHOWN } from "@/lib/keys/key-limits";
import { findKey, listKeys } from "@/lib/keys/list-keys";
import { revokeKey } from "@/lib/keys/revoke-key";
import { rotateKey } from "@/lib/keys/rotate-key";
import { sha256Hex } from "@/lib/sha256";
import { authenticateSupplierKey } from "@/lib/tokens/api-credentials";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { managerOf } from "./key-world";

const START = new Date("2026-11-23T09:00:00Z");
let supplier: TestSupplier;
let viewer: Manager;

beforeEach(async () => {
  clockAt(START);
  await testDatabase().reset();
  supplier = await makeSupplier();
  viewer = await managerOf(supplier);
});

const proven = async (manager = viewer) => ({ id: await provenSession(manager), viewer: manager });
const wanted = (change: Partial<NewKey> = {}): NewKey => ({
  ...{ name: "ERP", scopes: ["deposits"], life: "never" },
  ...change,
});

async function made(change: Partial<NewKey> = {}) {
  const created = await createKey(await proven(), wanted(change));
  if (!created.ok) throw new Error(created.reason);
  const [row] = await asOwner(
    (sql) => sql<{ id: string }[]>`select id from supplier_keys where prefix = ${created.prefix}`,
  );
  return { ...created, id: row?.id ?? "" };
}

const authenticate = (secret: string) =>
  authenticateSupplierKey(new Headers({ authorization: `Bearer ${secret}` }));
const isAccepted = async (secret: string) => (await authenticate(secret)) !== null;
const after = (ms: number) => clockAt(new Date(START.getTime() + ms));
const events = () =>
  asOwner((sql) => sql`select action, actor_id, subject_id, details from audit_events order by at, action`);

describe("creating a key", () => {
  it("returns a key with the chosen scopes, stores its digest alone, and writes the journal", async () => {
    const { id, secret, prefix, name } = await made({ name: "  ERP\u202e du siège ", life: "quarter" });
    expect([name, prefix]).toEqual(["ERP du siège", secret.slice(0, 12)]);
    expect(await authenticate(secret)).toEqual({
      viewer: { kind: "supplier_key", keyId: id, supplierId: supplier.id },
      scopes: ["deposits"],
      isSuspended: false,
    });
    const [row] = await asOwner(
      (sql) => sql`select k::text as all, key_hash from supplier_keys k where id = ${id}`,
    );
    expect(row?.all).not.toContain(secret);
    expect((row?.key_hash as Buffer).toString("hex")).toBe(sha256Hex(secret));
    expect(await events()).toEqual([
      {
        action: "supplier_key_issued",
        actor_id: viewer.userId,
        subject_id: id,
        details: {
          ...{ name, prefix, scopes: ["deposits"] },
          expiresAt: expect.stringContaining("2027-02-21T09:00:00"),
        },
      },
    ]);
  });

  it("gives a key that is refused from the instant at which it expires", async () => {
    const { id, secret } = await made({ life: "month" });
    after(30 * DAY_MS - 1);
    expect(await isAccepted(secret)).toBe(true);
    after(30 * DAY_MS);
    expect(await isAccepted(secret)).toBe(false);
    expect(await findKey(viewer, id)).toMatchObject({ state: "expired", lastUsedAt: expect.any(Date) });
  });

  it("needs a name that no active key has, a scope, and fresh proof", async () => {
    const { id } = await made();
    const cases: [Partial<NewKey>, string][] = [
      [{ name: " \n " }, "name_missing"],
      [{ name: "x".repeat(61) }, "name_too_long"],
      [{ name: "ERP" }, "name_taken"],
      [{ name: "Autre", scopes: [] }, "scopes_missing"],
    ];
    for (const [change, reason] of cases)
      expect(await createKey(await proven(), wanted(change))).toEqual({ ok: false, reason });
    const session = await proven();
    after(6 * 60_000);
    expect(await createKey(session, wanted({ name: "Autre" }))).toMatchObject({ reason: "proof_needed" });
    expect((await listKeys(viewer)).active).toHaveLength(2);
    expect(await revokeKey(await proven(), id)).toEqual({ ok: true, name: "ERP" });
    expect((await made()).ok).toBe(true);
  });

  it("stops at the maximum of active keys, also when twenty are created at the same time", async () => {
    await fill(MAX_ACTIVE_KEYS - 1);
    const session = await proven();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => createKey(session, wanted({ name: `Serveur ${n}` }))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok && one.reason === "too_many")).toHaveLength(19);
    expect((await listKeys(viewer)).active).toHaveLength(MAX_ACTIVE_KEYS);
  });
});

describe("rotating a key", () => {
  it("makes another one with the same name, scopes and life, and ends the old one after the overlap", async () => {
    const old = await made({ scopes: ["accounts"], life: "quarter" });
    after(DAY_MS);
    const rotated = await rotateKey(await proven(), old.id, "hour");
    if (!rotated.ok) throw new Error(rotated.reason);
    expect(rotated).toMatchObject({ name: "ERP", oldPrefix: old.prefix });
    expect(rotated.oldEndsAt).toEqual(new Date(START.getTime() + DAY_MS + HOUR_MS));
    const { active, ended } = await listKeys(viewer);
    expect(
      active.map(({ name, state, expiresAt }) => [name, state, expiresAt?.toISOString() ?? null]),
    ).toEqual([
      ["ERP", "active", "2027-02-22T09:00:00.000Z"],
      ["ERP", "ending", "2026-11-24T10:00:00.000Z"],
      ["test", "active", null],
    ]);
    expect(ended).toEqual([]);
    expect((await authenticate(rotated.secret))?.scopes).toEqual(["accounts"]);
    after(DAY_MS + HOUR_MS - 1);
    expect([await isAccepted(old.secret), await isAccepted(rotated.secret)]).toEqual([true, true]);
    after(DAY_MS + HOUR_MS);
    expect([await isAccepted(old.secret), await isAccepted(rotated.secret)]).toEqual([false, true]);
    expect((await listKeys(viewer)).ended).toMatchObject([
      { id: old.id, state: "replaced", successor: { prefix: rotated.prefix } },
    ]);
    expect((await events()).at(-1)).toMatchObject({
      action: "supplier_key_rotated",
      details: { name: "ERP", prefix: rotated.prefix, replacedPrefix: old.prefix },
    });
  });

  it("at once refuses the old key at once, and never lengthens the life of a key", async () => {
    const first = await made();
    const second = await rotateKey(await proven(), first.id, "none");
    expect(second.ok).toBe(true);
    expect(await isAccepted(first.secret)).toBe(false);
    const short = await made({ name: "Court", life: "month" });
    after(29 * DAY_MS);
    const rotated = await rotateKey(await proven(), short.id, "week");
    expect(rotated).toMatchObject({ oldEndsAt: new Date(START.getTime() + 30 * DAY_MS) });
  });

  it("is done once, when twenty ask at the same time", async () => {
    const { id } = await made();
    const session = await proven();
    const answers = await Promise.all(Array.from({ length: 20 }, () => rotateKey(session, id, "day")));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok && one.reason === "not_active")).toHaveLength(19);
  });

  it("is refused for an ended or foreign key, without proof, and beyond the maximum of active keys", async () => {
    const { id } = await made();
    const stranger = await managerOf(await makeSupplier());
    expect(await rotateKey(await proven(stranger), id, "day")).toEqual({ ok: false, reason: "not_found" });
    expect(await rotateKey(await proven(), "x", "day")).toEqual({ ok: false, reason: "not_found" });
    await fill(MAX_ACTIVE_KEYS - 1);
    expect(await rotateKey(await proven(), id, "hour")).toEqual({ ok: false, reason: "too_many" });
    const session = await proven();
    after(6 * 60_000);
    expect(await rotateKey(session, id, "none")).toMatchObject({ reason: "proof_needed" });
    expect((await rotateKey(await proven(), id, "none")).ok).toBe(true);
    expect(await rotateKey(await proven(), id, "none")).toEqual({ ok: false, reason: "not_active" });
  });
});

describe("revoking a key", () => {
  it("refuses it from then on, and writes the journal; twice and for others it is not found", async () => {
    const { id, secret, prefix } = await made();
    const stranger = await managerOf(await makeSupplier());
    expect(await revokeKey(await proven(stranger), id)).toEqual({ ok: false, reason: "not_found" });
    const session = await proven();
    after(6 * 60_000);
    expect(await revokeKey(session, id)).toMatchObject({ reason: "proof_needed" });
    expect(await isAccepted(secret)).toBe(true);
    expect(await revokeKey(await proven(), id)).toEqual({ ok: true, name: "ERP" });
    expect(await isAccepted(secret)).toBe(false);
    expect(await revokeKey(await proven(), id)).toEqual({ ok: false, reason: "not_found" });
    expect((await events()).at(-1)).toMatchObject({
      action: "supplier_key_revoked",
      subject_id: id,
      details: { name: "ERP", prefix },
    });
  });
});

describe("the list of keys", () => {
  it("shows when each was used last, to the minute; a refused key is not used", async () => {
    const { id, secret } = await made();
    const lastUses = async () => {
      const { active, ended } = await listKeys(viewer);
      const [listed] = [...active, ...ended].filter((key) => key.id === id);
      return [listed?.lastUsedAt, (await findKey(viewer, id))?.lastUsedAt];
    };
    const at = (ms: number) => new Date(START.getTime() + ms);
    expect(await lastUses()).toEqual([null, null]);
    for (const [used, shown] of [
      [HOUR_MS, HOUR_MS],
      [HOUR_MS + 30_000, HOUR_MS],
      [DAY_MS, DAY_MS],
    ] as const) {
      after(used);
      expect(await isAccepted(secret)).toBe(true);
      expect(await lastUses()).toEqual([at(shown), at(shown)]);
    }
    expect(await revokeKey(await proven(), id)).toMatchObject({ ok: true });
    after(2 * DAY_MS);
    expect(await isAccepted(secret)).toBe(false);
    expect(await lastUses()).toEqual([at(DAY_MS), at(DAY_MS)]);
  });

  it("shows those of the own supplier, and the last that ended", async () => {
    await fill(MAX_ENDED_SHOWN + 2);
    await asOwner((sql) => sql`update supplier_keys set revoked_at = ${now()} where name like 'Clé %'`);
    const { active, ended, hasMoreEnded } = await listKeys(viewer);
    expect(active.map(({ name }) => name)).toEqual(["test"]);
    expect([ended.length, hasMoreEnded]).toEqual([MAX_ENDED_SHOWN, true]);
    const stranger = await managerOf(await makeSupplier());
    expect(await findKey(stranger, ended[0]?.id ?? "")).toBeNull();
    expect((await listKeys(stranger)).ended).toEqual([]);
  });
});

/** Adds keys until the supplier has `count` active ones, with that of the test world. */
async function fill(count: number): Promise<void> {
  const rows = Array.from({ length: count - 1 }, (_, n) => ({
    ...{ id: randomUUID(), supplier_id: supplier.id, name: `Clé ${n}`, scopes: ["deposits"] },
    ...{ prefix: `efk_${n}`, key_hash: Buffer.from(sha256Hex(randomUUID()), "hex"), created_at: now() },
  }));
  await asOwner((sql) => sql`insert into supplier_keys ${sql(rows)}`);
}
