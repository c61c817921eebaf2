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
import {
  isAlive,
  reachableIdentifiers,
  resetToTwoAccounts,
  resumed,
  sessionOf,
  setProvenAddress,
} from "./person-world";

const FIRST_ADDRESS = "camille@ici.example";
const SECOND_ADDRESS = "camille@ailleurs.example";
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let firstIdentifier: string;
let secondIdentifier: string;

beforeEach(async () => {
  ({ firstAccount, secondAccount } = await resetToTwoAccounts());
  firstIdentifier = firstAccount.identifiers.administrator;
  secondIdentifier = secondAccount.identifiers.member;
  await setProvenAddress(firstIdentifier, FIRST_ADDRESS);
  await setProvenAddress(secondIdentifier, SECOND_ADDRESS);
});

const attach = (session: CustomerSession, identifier = secondIdentifier) =>
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
  it("name the other identifier to a proven address, and no identifier to an address that is not proven", async () => {
    await asOwner(
      (sql) => sql`update users set email_verified_at = null where identifier = ${secondIdentifier}`,
    );
    await attach(await sessionOf(firstIdentifier));
    expect(await noticesSent()).toEqual([
      { recipient: SECOND_ADDRESS, change: "attached", others: [], identifier: secondIdentifier },
      {
        recipient: FIRST_ADDRESS,
        change: "attached",
        others: [secondIdentifier],
        identifier: firstIdentifier,
      },
    ]);
  });

  it("are sent once to an address that both sides have", async () => {
    await asOwner(
      (sql) =>
        sql`update users set email = ${FIRST_ADDRESS}, email_verified_at = null where identifier = ${secondIdentifier}`,
    );
    await attach(await sessionOf(firstIdentifier));
    expect((await noticesSent()).map(({ recipient }) => recipient)).toEqual([FIRST_ADDRESS]);
  });

  it("go also to the user who signed in, when the session was switched", async () => {
    const third = await makeAccount(await makeSupplier());
    await attach(await sessionOf(firstIdentifier));
    await asOwner((sql) => sql`delete from mails`);
    const switched = await switchAccount(await sessionOf(firstIdentifier), secondAccount.member.userId, {
      ...{ address: "", userAgent: "test" },
    });
    if (!switched.ok) throw new Error("not switched");
    await attach(await resumed(switched.sessionId), third.identifiers.member);
    expect((await noticesSent()).map(({ recipient }) => recipient)).toEqual([SECOND_ADDRESS, FIRST_ADDRESS]);
  });

  it("go to both sides, when somebody detaches the identifier they are signed in with", async () => {
    await attach(await sessionOf(firstIdentifier));
    await asOwner((sql) => sql`delete from mails`);
    await detachIdentifier(await sessionOf(secondIdentifier), secondAccount.member.userId);
    expect(await noticesSent()).toEqual([
      {
        recipient: SECOND_ADDRESS,
        change: "detached",
        others: [firstIdentifier],
        identifier: secondIdentifier,
      },
      {
        recipient: FIRST_ADDRESS,
        change: "detached",
        others: [secondIdentifier],
        identifier: firstIdentifier,
      },
    ]);
  });

  it("are read by their reader, and by no colleague and no supplier", async () => {
    await attach(await sessionOf(firstIdentifier));
    const kinds = async (viewer: Viewer) =>
      (await withViewer(viewer, (tx) => tx.select({ kind: mails.kind }).from(mails))).map(({ kind }) => kind);
    expect(await kinds(firstAccount.administrator)).toEqual(["attachment_changed"]);
    expect(await kinds(firstAccount.member)).toEqual([]);
    expect(
      await kinds({
        kind: "adviser",
        userId: firstAccount.member.userId,
        supplierId: firstAccount.member.supplierId,
      }),
    ).toEqual([]);
  });
});

describe("detaching everything", () => {
  it("detaches what a thief attached with a stolen session, ends that session, and notifies each side", async () => {
    const borrowed = await sessionOf(firstIdentifier);
    const thief = await sessionOf(secondIdentifier);
    await attach(borrowed);
    expect(await reachableIdentifiers(thief)).toEqual([firstIdentifier, secondIdentifier].sort());
    const crossed = await switchAccount(thief, firstAccount.administrator.userId, {
      address: "",
      userAgent: "test",
    });
    if (!crossed.ok) throw new Error("not switched");
    await asOwner((sql) => sql`delete from mails`);

    const owner = await sessionOf(firstIdentifier);
    expect(await endEverything(owner)).toEqual({ ok: true, ended: 2, detached: 1 });
    for (const id of [borrowed.id, crossed.sessionId]) expect(await isAlive(id)).toBe(false);
    expect(await isAlive(owner.id)).toBe(true);
    expect(await reachableIdentifiers(await sessionOf(secondIdentifier))).toEqual([secondIdentifier]);
    expect((await noticesSent()).map(({ recipient }) => recipient)).toEqual([SECOND_ADDRESS, FIRST_ADDRESS]);
  });

  it("reaches identifiers that are attached to another of the same proven address", async () => {
    const third = await makeAccount(await makeSupplier());
    await setProvenAddress(third.identifiers.administrator, FIRST_ADDRESS);
    await attach(await sessionOf(third.identifiers.administrator));
    const owner = await sessionOf(firstIdentifier);
    expect(await reachableIdentifiers(owner)).toHaveLength(3);
    expect(await endEverything(owner)).toMatchObject({ ok: true, detached: 2 });
    expect(await reachableIdentifiers(owner)).toEqual(
      [firstIdentifier, third.identifiers.administrator].sort(),
    );
  });

  it("ends the session too when it was switched to an attached identifier", async () => {
    await attach(await sessionOf(firstIdentifier));
    const switched = await switchAccount(await sessionOf(firstIdentifier), secondAccount.member.userId, {
      ...{ address: "", userAgent: "test" },
    });
    if (!switched.ok) throw new Error("not switched");
    expect(await endEverything(await resumed(switched.sessionId))).toMatchObject({ ok: true });
    expect(await isAlive(switched.sessionId)).toBe(false);
    expect(await reachableIdentifiers(await sessionOf(firstIdentifier))).toEqual([firstIdentifier]);
  });
});
