import { beforeEach, describe, expect, it } from "vitest";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { choosePassword } from "@/lib/recovery/choose-password";
import { openToken } from "@/lib/recovery/open-token";
import { resumeSession } from "@/lib/sign-in/session/session";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { asOwner, makeSupplier, PASSWORD, type TestSupplier } from "@/tests/support/world";
import { openSession, tryToSignIn } from "../sign-in/sign-in-world";
import { deposit, get, put, rows } from "./account-request";

const OLD = "ancienne@perce-neige.example";
const NEW = "nouvelle@perce-neige.example";
let supplier: TestSupplier;

beforeEach(async () => {
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
  await put(supplier, "C-1", { companyName: "Perce-Neige", email: OLD, preference: "link" });
});

const send = () => dispatchMails(new Date("2100-01-01"));
const people = () =>
  asOwner((sql) => sql`select identifier, email, role, status, stamp from users order by created_at, id`);
const activationSecrets = async () =>
  (await rows("tokens"))
    .filter(({ purpose }) => purpose === "activation")
    .map(({ id }) => deriveToken("activation", id));

/** The account with its first invoice, and its administrator signed in. */
async function activated(): Promise<{ session: string; userId: string }> {
  await deposit(supplier, "C-1");
  const [secret = ""] = await activationSecrets();
  const [user] = await rows("users");
  const choice = { userId: "all", password: PASSWORD, confirmation: PASSWORD };
  const chosen = await choosePassword({ supplierId: supplier.id, secret, ...choice });
  expect(chosen).toMatchObject({ ok: true, identifier: OLD });
  return { session: await openSession(OLD), userId: user?.id };
}

const keepMember = () => asOwner((sql) => sql`update accounts set pending_keeps_member = true`);

async function expectTakenOver(): Promise<void> {
  const [former, successor, ...others] = await people();
  expect(others).toEqual([]);
  expect(former).toMatchObject({ identifier: OLD, status: "disabled" });
  expect(successor).toMatchObject({ identifier: NEW, email: NEW, role: "administrator", status: "active" });
  const { body } = await get(supplier, "C-1");
  expect(body).toMatchObject({ email: NEW, emailSource: "api", pending: null });
}

describe("a change of address", () => {
  it("replaces the address immediately before the first invoice", async () => {
    const { body } = await put(supplier, "C-1", { email: NEW });
    expect(body).toMatchObject({ email: NEW, pending: null });
    await deposit(supplier, "C-1");
    expect(await people()).toMatchObject([{ identifier: NEW, status: "active" }]);
    expect((await rows("mails")).map(({ recipient }) => recipient)).toEqual([NEW]);
  });

  it("waits for the next invoice, takes effect with it and keeps the history", async () => {
    const { session } = await activated();
    const { body } = await put(supplier, "C-1", { email: NEW });
    expect(body).toMatchObject({ email: OLD, pending: { email: NEW, since: expect.stringMatching(/Z$/) } });
    expect(await resumeSession(session)).not.toBeNull();
    const again = await put(supplier, "C-1", { email: NEW });
    expect(again.body).toEqual(body);

    await deposit(supplier, "C-1");
    await expectTakenOver();
    expect(await resumeSession(session)).toBeNull();
    expect(await tryToSignIn(OLD)).toMatchObject({ ok: false });
    expect(await rows("invoices")).toHaveLength(2);
    const actions = (await rows("audit_events")).map(({ action }) => action);
    expect(actions.filter((action) => action === "address_changed")).toHaveLength(1);
  });

  it("takes effect immediately when the supplier says so, also when it is already waiting", async () => {
    const { session } = await activated();
    await put(supplier, "C-1", { email: NEW });
    const { body } = await put(supplier, "C-1", { email: NEW, effective: "now" });
    expect(body).toMatchObject({ email: NEW, pending: null });
    await expectTakenOver();
    expect(await resumeSession(session)).toBeNull();
    const mails = await rows("mails");
    await put(supplier, "C-1", { email: NEW, effective: "now" });
    await deposit(supplier, "C-1");
    expect((await rows("mails")).length).toBe(mails.length);
  });

  it("is cancelled by sending the current address again", async () => {
    await activated();
    await put(supplier, "C-1", { email: NEW });
    const { body } = await put(supplier, "C-1", { email: OLD });
    expect(body).toMatchObject({ email: OLD, pending: null });
    await deposit(supplier, "C-1");
    expect(await people()).toMatchObject([{ identifier: OLD, status: "active" }]);
  });

  it("keeps the former administrator as a member if the supplier wants it, and ends their sessions once", async () => {
    const { session } = await activated();
    await put(supplier, "C-1", { email: NEW });
    await keepMember();
    await deposit(supplier, "C-1");
    expect(await people()).toMatchObject([
      { identifier: OLD, role: "member", status: "active" },
      { identifier: NEW, role: "administrator", status: "active" },
    ]);
    expect(await resumeSession(session)).toBeNull();
    expect(await tryToSignIn(OLD)).toMatchObject({ ok: true });
  });

  it("assigns another identifier when the address is already known, and never reuses one", async () => {
    await activated();
    await put(supplier, "C-1", { email: NEW, effective: "now" });
    await put(supplier, "C-1", { email: OLD, effective: "now" });
    const [first, second, third] = await people();
    expect([first, second]).toMatchObject([{ status: "disabled" }, { status: "disabled" }]);
    expect(third).toMatchObject({ email: OLD, status: "active" });
    expect(third?.identifier).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}$/);
  });

  it("is applied once by twenty simultaneous deposits, and by twenty simultaneous changes", async () => {
    await activated();
    await put(supplier, "C-1", { email: NEW });
    await Promise.all(Array.from({ length: 20 }, () => deposit(supplier, "C-1")));
    await expectTakenOver();
    const third = "troisieme@perce-neige.example";
    await Promise.all(
      Array.from({ length: 20 }, () => put(supplier, "C-1", { email: third, effective: "now" })),
    );
    expect((await people()).map(({ status }) => status)).toEqual(["disabled", "disabled", "active"]);
    const kinds = (await rows("mails")).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "address_changed")).toHaveLength(4);
    expect(kinds.filter((kind) => kind === "activation")).toHaveLength(3);
  });

  it("stays consistent when deposits and changes run at the same time", async () => {
    await activated();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 ? deposit(supplier, "C-1") : put(supplier, "C-1", { email: NEW, effective: "now" }),
      ),
    );
    await expectTakenOver();
  });

  it("waits while the account is on paper, and takes effect with the first electronic invoice", async () => {
    await activated();
    const { body } = await put(supplier, "C-1", { email: NEW, channel: "paper", effective: "now" });
    expect(body).toMatchObject({ email: OLD, pending: { email: NEW } });
    await deposit(supplier, "C-1");
    expect(await people()).toMatchObject([{ identifier: OLD, status: "active" }]);
    await put(supplier, "C-1", { channel: "electronic" });
    await deposit(supplier, "C-1");
    await expectTakenOver();
  });
});

describe("when a change of address takes effect", () => {
  it("old links no longer work: neither to choose a password nor to an invoice", async () => {
    await deposit(supplier, "C-1");
    const [secret = ""] = await activationSecrets();
    const [account] = await rows("accounts");
    await asOwner(
      (sql) => sql`
        insert into link_capabilities (id, supplier_id, account_id, token_hash, created_at, expires_at)
        values (gen_random_uuid(), ${supplier.id}, ${account?.id}, ${Buffer.alloc(32)}, now(), now() + interval '3 months')`,
    );
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: true });
    await put(supplier, "C-1", { email: NEW, effective: "now" });
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: false, reason: "used" });
    const choice = { userId: "all", password: PASSWORD, confirmation: PASSWORD };
    expect(await choosePassword({ supplierId: supplier.id, secret, ...choice })).toMatchObject({ ok: false });
    expect((await rows("link_capabilities"))[0]?.revoked_at).not.toBeNull();
    const [, current = ""] = await activationSecrets();
    expect(await openToken(supplier.id, current)).toMatchObject({
      ok: true,
      token: { users: [{ identifier: NEW }] },
    });
  });

  it("both addresses get a mail, and the mail to the former one does not name the new one", async () => {
    await activated();
    await send();
    await put(supplier, "C-1", { email: NEW, effective: "now" });
    await send();
    const [toFormer] = await listMailbox(1, OLD);
    expect(toFormer?.subject).toBe("Cette adresse ne reçoit plus les factures Loueur Essai");
    expect(toFormer?.text).toContain("Votre identifiant n’ouvre plus cet espace");
    expect(JSON.stringify(toFormer).toLowerCase()).not.toContain(NEW);
    const stored = (await rows("mails")).filter(({ recipient }) => recipient === OLD);
    expect(JSON.stringify(stored)).not.toContain(NEW);
    const toNew = await listMailbox(10, NEW);
    expect(toNew.map(({ subject }) => subject).sort()).toEqual([
      "Activation de votre espace E-Facture Loueur Essai",
      "Cette adresse reçoit désormais les factures Loueur Essai",
    ]);
    expect(JSON.stringify(toNew)).not.toContain(OLD);
  });
});

describe("an address that is removed", () => {
  it("puts the account on the « no address » list: no mail, no working links, the administrator stays", async () => {
    const { session } = await activated();
    const { body } = await put(supplier, "C-1", { email: null });
    expect(body).toMatchObject({ email: null, emailSource: null, pending: null });
    await send();
    const sent = (await rows("mails")).length;
    await deposit(supplier, "C-1");
    expect(await rows("mails")).toHaveLength(sent);
    expect(await resumeSession(session)).not.toBeNull();
  });

  it("is replaced by the next one like a change, and gets no second identifier when it returns", async () => {
    const { session } = await activated();
    await put(supplier, "C-1", { email: null });
    const restored = await put(supplier, "C-1", { email: OLD });
    expect(restored.body).toMatchObject({ email: OLD, pending: null });
    await put(supplier, "C-1", { email: null });
    await put(supplier, "C-1", { email: NEW, effective: "now" });
    await expectTakenOver();
    expect(await resumeSession(session)).toBeNull();
  });
});
