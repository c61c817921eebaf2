import { beforeEach, describe, expect, it } from "vitest";
import { mails } from "@/db/schema/mails";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { detachIdentifier } from "@/lib/persons/detach-identifier";
import { endEverything } from "@/lib/persons/end-everything";
import { switchAccount } from "@/lib/persons/switch-account";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { asOwner, makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { isAlive, prove, reached, resetToTwoAccounts, resumed, sessionOf } from "./person-world";

const MINE = "camille@ici.example";
const THEIRS = "camille@ailleurs.example";
let here: TestAccount;
let there: TestAccount;
let mine: string;
let other: string;

beforeEach(async () => {
  ({ here, there } = await resetToTwoAccounts());
  mine = here.identifiers.administrator;
  other = there.identifiers.member;
  await prove(mine, MINE);
  await prove(other, THEIRS);
});

const attach = (session: CustomerSession, identifier = other) =>
  attachIdentifier(session, { identifier, password: PASSWORD, address: "" });

/** Who got which notice: the address, and the identifiers that the mail names besides the reader's own. */
async function noticesSent(): Promise<Record<string, unknown>[]> {
  const rows = await asOwner(
    (sql) => sql`
      select recipient, supplier_id, props->>'change' as change, props->'others' as others,
        props->'account'->>'identifier' as identifier
      from mails where kind = 'attachment_changed' order by created_at, recipient`,
  );
  return rows.map(({ supplier_id: _supplier, ...row }) => row);
}

describe("the mails about an attachment", () => {
  it("name the other identifier to a proven address, and nobody to one that is not", async () => {
    await asOwner((sql) => sql`update users set email_verified_at = null where identifier = ${other}`);
    await attach(await sessionOf(mine));
    expect(await noticesSent()).toEqual([
      { recipient: THEIRS, change: "attached", others: [], identifier: other },
      { recipient: MINE, change: "attached", others: [other], identifier: mine },
    ]);
  });

  it("are one for an address that both sides have", async () => {
    await asOwner(
      (sql) => sql`update users set email = ${MINE}, email_verified_at = null where identifier = ${other}`,
    );
    await attach(await sessionOf(mine));
    expect((await noticesSent()).map(({ recipient }) => recipient)).toEqual([MINE]);
  });

  it("go to whoever signed in too, when the session was switched", async () => {
    const third = await makeAccount(await makeSupplier());
    await attach(await sessionOf(mine));
    await asOwner((sql) => sql`delete from mails`);
    const switched = await switchAccount(await sessionOf(mine), there.member.userId, {
      ...{ address: "", userAgent: "test" },
    });
    if (!switched.ok) throw new Error("not switched");
    await attach(await resumed(switched.sessionId), third.identifiers.member);
    expect((await noticesSent()).map(({ recipient }) => recipient)).toEqual([THEIRS, MINE]);
  });

  it("go to those who stay, when somebody detaches the identifier they are signed in with", async () => {
    await attach(await sessionOf(mine));
    await asOwner((sql) => sql`delete from mails`);
    await detachIdentifier(await sessionOf(other), there.member.userId);
    expect(await noticesSent()).toEqual([
      { recipient: THEIRS, change: "detached", others: [mine], identifier: other },
      { recipient: MINE, change: "detached", others: [other], identifier: mine },
    ]);
  });

  it("are read by their reader, and by no colleague and no supplier", async () => {
    await attach(await sessionOf(mine));
    const kinds = async (viewer: Viewer) =>
      (await withViewer(viewer, (tx) => tx.select({ kind: mails.kind }).from(mails))).map(({ kind }) => kind);
    expect(await kinds(here.administrator)).toEqual(["attachment_changed"]);
    expect(await kinds(here.member)).toEqual([]);
    expect(
      await kinds({ kind: "adviser", userId: here.member.userId, supplierId: here.member.supplierId }),
    ).toEqual([]);
  });
});

describe("detaching everything", () => {
  it("cuts what a thief attached with a borrowed session, ends that session, and tells each side", async () => {
    const borrowed = await sessionOf(mine);
    const thief = await sessionOf(other);
    await attach(borrowed);
    expect(await reached(thief)).toEqual([mine, other].sort());
    const crossed = await switchAccount(thief, here.administrator.userId, { address: "", userAgent: "test" });
    if (!crossed.ok) throw new Error("not switched");
    await asOwner((sql) => sql`delete from mails`);

    const owner = await sessionOf(mine);
    expect(await endEverything(owner)).toEqual({ ok: true, ended: 2, detached: 1 });
    for (const id of [borrowed.id, crossed.sessionId]) expect(await isAlive(id)).toBe(false);
    expect(await isAlive(owner.id)).toBe(true);
    expect(await reached(await sessionOf(other))).toEqual([other]);
    expect((await noticesSent()).map(({ recipient }) => recipient)).toEqual([THEIRS, MINE]);
  });

  it("reaches identifiers that are attached to another of the same proven address", async () => {
    const third = await makeAccount(await makeSupplier());
    await prove(third.identifiers.administrator, MINE);
    await attach(await sessionOf(third.identifiers.administrator));
    const owner = await sessionOf(mine);
    expect(await reached(owner)).toHaveLength(3);
    expect(await endEverything(owner)).toMatchObject({ ok: true, detached: 2 });
    expect(await reached(owner)).toEqual([mine, third.identifiers.administrator].sort());
  });

  it("ends the session too when it was switched to an attached identifier", async () => {
    await attach(await sessionOf(mine));
    const switched = await switchAccount(await sessionOf(mine), there.member.userId, {
      ...{ address: "", userAgent: "test" },
    });
    if (!switched.ok) throw new Error("not switched");
    expect(await endEverything(await resumed(switched.sessionId))).toMatchObject({ ok: true });
    expect(await isAlive(switched.sessionId)).toBe(false);
    expect(await reached(await sessionOf(mine))).toEqual([mine]);
  });
});
