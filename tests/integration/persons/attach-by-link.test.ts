import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { attachByLink } from "@/lib/persons/attach-by-link";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { detachIdentifier } from "@/lib/persons/detach-identifier";
import { openAttachment } from "@/lib/persons/open-attachment";
import { requestAttachment } from "@/lib/persons/request-attachment";
import { openToken } from "@/lib/recovery/open-token";
import { changeUser, HOUR, passTime } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, PASSWORD, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { askAs, EMAIL, links, makeAttachmentWorld, writtenRows } from "./attachment-world";
import { reachableIdentifiers, sessionOf, setProvenAddress } from "./person-world";

const OK = { ok: true };
const USED = { ok: false, reason: "used" };
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let secondSupplier: TestSupplier;
let firstIdentifier: string;
let secondIdentifier: string;

beforeEach(async () => {
  ({ firstAccount, secondAccount, secondSupplier, firstIdentifier, secondIdentifier } =
    await makeAttachmentWorld());
});

const ask = (identifier = secondIdentifier, from = firstIdentifier) => askAs(from, identifier);

async function askedLink(): Promise<string> {
  await ask();
  return (await links()).at(-1) ?? "";
}

describe("the mailed link", () => {
  it("shows both identifiers to the user who asked, changes nothing when opened, and attaches them once", async () => {
    const secret = await askedLink();
    await ask();
    const session = await sessionOf(firstIdentifier);
    const before = await writtenRows();
    expect(await openAttachment(session, secret)).toMatchObject({
      ok: true,
      other: { identifier: secondIdentifier },
    });
    expect(await writtenRows()).toEqual(before);
    expect(await attachByLink(session, secret)).toMatchObject({
      ok: true,
      account: { supplierName: "Loueur Essai" },
    });
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier, secondIdentifier].sort());
    expect(await reachableIdentifiers(await sessionOf(secondIdentifier))).toEqual(
      [firstIdentifier, secondIdentifier].sort(),
    );
    expect(await writtenRows()).toMatchObject({ tokens: 2, consumed: 2, joined: 2 });
    for (const again of await links()) expect(await attachByLink(session, again)).toEqual(USED);
  });

  it("works only for the user who asked, not even for the recipient of the mail", async () => {
    const secret = await askedLink();
    const before = await writtenRows();
    for (const identifier of [
      secondIdentifier,
      firstAccount.identifiers.member,
      secondAccount.identifiers.administrator,
    ])
      for (const use of [openAttachment, attachByLink])
        expect(await use(await sessionOf(identifier), secret), identifier).toEqual({
          ok: false,
          reason: "other_identifier",
          identifier: firstIdentifier,
        });
    expect(await writtenRows()).toEqual(before);
  });

  it("cannot choose a password, and a link to choose one cannot attach", async () => {
    const secret = await askedLink();
    expect(await openToken(secondSupplier.id, secret)).toEqual({ ok: false, reason: "unknown" });
    await asOwner(
      (sql) =>
        sql`update tokens set purpose = 'recovery', asking_user_id = null where purpose = 'attachment'`,
    );
    expect(await attachByLink(await sessionOf(firstIdentifier), secret)).toEqual({
      ok: false,
      reason: "unknown",
    });
  });

  it("is unknown when it is damaged or was never mailed", async () => {
    const secret = await askedLink();
    for (const damaged of ["", "never-mailed", secret.slice(1), `${secret}A`, "A".repeat(43), "\0"])
      expect(await attachByLink(await sessionOf(firstIdentifier), damaged), damaged).toEqual({
        ok: false,
        reason: "unknown",
      });
  });

  it("is contained in the mail, and is valid for 60 minutes after the provider accepted the mail", async () => {
    await ask();
    const from = now().getTime();
    expect(await dispatchMails(new Date(from + 24 * HOUR))).toMatchObject({ sent: 1 });
    const [mail] = await listMailbox(1, EMAIL);
    const secret = /\/profile\/companies\/attach\/([\w-]{43})/.exec(mail?.html ?? "")?.[1] ?? "";
    const opened = await openAttachment(await sessionOf(firstIdentifier), secret);
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.expiresAt.getTime()).toBeGreaterThanOrEqual(from + HOUR);
    expect(opened.expiresAt.getTime()).toBeLessThan(from + 2 * HOUR);
  });

  it("expires 60 minutes after the provider accepted its mail, and after 24 hours at the latest", async () => {
    const secret = await askedLink();
    passTime(24 * HOUR - 1_000);
    expect(await openAttachment(await sessionOf(firstIdentifier), secret)).toMatchObject(OK);
    passTime(1_000);
    expect(await attachByLink(await sessionOf(firstIdentifier), secret)).toEqual({
      ok: false,
      reason: "expired",
    });
    const later = await askedLink();
    await asOwner(
      (sql) => sql`update tokens set expires_at = created_at + interval '1 hour' where consumed_at is null`,
    );
    passTime(HOUR - 1_000);
    expect(await openAttachment(await sessionOf(firstIdentifier), later)).toMatchObject(OK);
    passTime(1_000);
    expect(await attachByLink(await sessionOf(firstIdentifier), later)).toEqual({
      ok: false,
      reason: "expired",
    });
    expect(await writtenRows()).toMatchObject({ joined: 0 });
  });

  it.each([
    ["its password", () => secondIdentifier, { password_hash: "x", stamp: 2 }],
    ["its address", () => secondIdentifier, { email: "autre@ailleurs.example" }],
    ["its access", () => secondIdentifier, { status: "disabled" }],
    ["the asker's password", () => firstIdentifier, { password_hash: "x" }],
    ["the asker's address", () => firstIdentifier, { email: "autre@essai.example" }],
    ["the asker's sessions", () => firstIdentifier, { stamp: 2 }],
  ])("ends permanently when %s changes", async (_what, who, change) => {
    const secret = await askedLink();
    const session = await sessionOf(firstIdentifier);
    await changeUser(who(), change);
    expect(await openAttachment(session, secret)).toEqual(USED);
    await changeUser(secondIdentifier, { status: "active" });
    await setProvenAddress(secondIdentifier, EMAIL);
    expect(await attachByLink(session, secret)).toEqual(USED);
    expect(await writtenRows()).toMatchObject({ joined: 0, consumed: 1 });
  });

  it.each([
    ["must replace its password", { must_change_password: true }],
    ["has a closed account", null],
  ])("does not attach while the other %s", async (_what, change) => {
    const secret = await askedLink();
    if (change) await changeUser(secondIdentifier, change);
    else await asOwner((sql) => sql`update accounts set state = 'closed' where id = ${secondAccount.id}`);
    expect(await attachByLink(await sessionOf(firstIdentifier), secret)).toEqual(USED);
    expect(await writtenRows()).toMatchObject({ joined: 0 });
  });

  it("needs a valid session", async () => {
    const secret = await askedLink();
    const session = await sessionOf(firstIdentifier);
    await asOwner((sql) => sql`update sessions set ended_at = now()`);
    expect(await attachByLink(session, secret)).toMatchObject({ ok: false, reason: "proof_needed" });
    expect(await ask()).toEqual(OK);
    expect(await requestAttachment(session, secondIdentifier)).toEqual(OK);
    expect(await writtenRows()).toMatchObject({ joined: 0, tokens: 2 });
  });

  it("is refused when the identifier was already attached by its password; links used in both directions attach once", async () => {
    const secret = await askedLink();
    await setProvenAddress(firstIdentifier, "camille@essai.example");
    const [first, session] = [await askedLink(), await sessionOf(firstIdentifier)];
    expect(await attachByLink(session, secret)).toEqual(USED);
    await ask(firstIdentifier, secondIdentifier);
    const back = (await links()).at(-1) ?? "";
    await attachIdentifier(session, { identifier: secondIdentifier, password: PASSWORD, address: "" });
    expect(await attachByLink(session, first)).toEqual({ ok: false, reason: "already_mine" });
    await detachIdentifier(session, secondAccount.member.userId);
    const [one, two] = await Promise.all([
      attachByLink(session, first),
      sessionOf(secondIdentifier).then((secondSession) => attachByLink(secondSession, back)),
    ]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier, secondIdentifier].sort());
  });

  it("succeeds once when it is used twenty times at the same time", async () => {
    const secret = await askedLink();
    const session = await sessionOf(firstIdentifier);
    const results = await Promise.all(Array.from({ length: 20 }, () => attachByLink(session, secret)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "used")).toHaveLength(19);
    expect(await writtenRows()).toMatchObject({ joined: 2, consumed: 1, events: 2 });
  });

  it("does not attach when the password is changed at the same moment, in any order", async () => {
    for (let round = 0; round < 20; round += 1) {
      const secret = await askedLink();
      const session = await sessionOf(firstIdentifier);
      await Promise.all([
        attachByLink(session, secret),
        changeUser(secondIdentifier, { password_hash: `x-${round}`, stamp: round + 2 }),
      ]);
      expect(await reachableIdentifiers(session)).toEqual([firstIdentifier]);
      await asOwner((sql) => sql`delete from throttle_counters`);
    }
  });
});
