import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { DAY_MS, MINUTE_MS } from "@/lib/durations";
import { forgetEnv } from "@/lib/env";
import { checkDomain, openDomain } from "@/lib/settings/domain/check-domain";
import { useDnsServers } from "@/lib/settings/domain/find-dns-records";
import { fullName } from "@/lib/settings/domain/provider-domain";
import { recheckDomains } from "@/lib/settings/domain/recheck-domains";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { type DnsStub, startDnsStub } from "@/tests/support/dns-stub";
import { type DomainsStub, startDomainsStub } from "@/tests/support/resend-domains-stub";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { provenManager, rowOf, saveForm } from "./settings-world";

const DOMAIN = "mail.lease.example";
let supplier: TestSupplier;
let session: Awaited<ReturnType<typeof provenManager>>;
let dns: DnsStub;
let resend: DomainsStub;

beforeEach(async () => {
  clockAt(new Date("2026-11-23T09:00:00Z"));
  await testDatabase().reset();
  supplier = await makeSupplier();
  session = await provenManager(supplier);
  await saveForm(session, "sender", { senderAddress: `factures@${DOMAIN}` });
  [dns, resend] = await Promise.all([startDnsStub(), startDomainsStub()]);
  useDnsServers([dns.address]);
});

afterEach(async () => {
  useDnsServers(null);
  for (const name of ["EMAIL_TRANSPORT", "RESEND_API_KEY", "RESEND_BASE_URL"]) delete process.env[name];
  process.env.EMAIL_TRANSPORT = "mailbox";
  forgetEnv();
  await Promise.all([dns.close(), resend.close()]);
});

function sendThroughResend(): void {
  process.env.EMAIL_TRANSPORT = "resend";
  process.env.RESEND_API_KEY = "re_only_for_tests";
  process.env.RESEND_BASE_URL = resend.url;
  forgetEnv();
}

const own = (of = supplier, domain = DOMAIN) =>
  dns.records.set(`TXT _e-facture.${domain}`, [`e-facture-supplier=${of.id}`]);
const states = async () =>
  (await openDomain(session.viewer)).check?.lines.map(({ purpose, type, name, state }) => [
    purpose,
    type,
    name,
    state,
  ]);
const events = () =>
  asOwner((sql) => sql`select action, details from audit_events where action like 'sender_%'`);

describe("through the mail provider", () => {
  it("registers nobody else's domain there: the line of this supplier comes first", async () => {
    sendThroughResend();
    own(await makeSupplier());
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: false });
    expect(resend.requests).toEqual(["GET /domains"]);
    expect((await openDomain(session.viewer)).check).toMatchObject({ provider: "pending" });
    expect((await states())?.map(([purpose, , , state]) => [purpose, state])).toEqual([
      ["ownership", "missing"],
      ["dmarc", "missing"],
    ]);
  });

  it("registers the domain there, and shows each line with its full name and its state in the DNS", async () => {
    sendThroughResend();
    own();
    dns.records.set("TXT send.mail.lease.example", [
      "v=spf1 include:_spf.other.example include:mails.example -all",
    ]);
    dns.records.set("MX send.mail.lease.example", ["feedback.elsewhere.example"]);
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: false });
    expect(resend.requests).toEqual([
      "GET /domains",
      "POST /domains",
      `GET /domains/id-${DOMAIN}`,
      `POST /domains/id-${DOMAIN}/verify`,
      `GET /domains/id-${DOMAIN}`,
    ]);
    expect(await openDomain(session.viewer)).toMatchObject({
      ...{ domain: DOMAIN, isVerified: false },
      check: { provider: "pending", at: "2026-11-23T09:00:00.000Z" },
    });
    expect(await states()).toEqual([
      ["ownership", "TXT", "_e-facture.mail.lease.example", "found"],
      ["spf", "MX", "send.mail.lease.example", "different"],
      ["spf", "TXT", "send.mail.lease.example", "found"],
      ["dkim", "TXT", "resend._domainkey.mail.lease.example", "missing"],
      ["dmarc", "TXT", "_dmarc.mail.lease.example", "missing"],
    ]);
  });

  it("needs the provider's verdict and the line of this supplier, not the supplier's word", async () => {
    sendThroughResend();
    resend.domains.set(DOMAIN, "verified");
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: false });
    own(await makeSupplier());
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: false });
    own();
    dns.records.set("TXT _dmarc.lease.example", ["v=DMARC1; p=reject"]);
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: true });
    expect((await states())?.at(-1)).toEqual(["dmarc", "TXT", "_dmarc.mail.lease.example", "found"]);
    expect(await rowOf(supplier)).toMatchObject({ verified_domain: DOMAIN });
    expect((await openDomain(session.viewer)).sendsFrom).toBe(`factures@${DOMAIN}`);
    expect(await events()).toEqual([{ action: "sender_domain_verified", details: { domain: DOMAIN } }]);
  });

  it("takes the domain back when the provider does, but not when nobody answers", async () => {
    sendThroughResend();
    resend.domains.set(DOMAIN, "verified");
    own();
    await checkDomain(session);
    dns.records.clear();
    resend.failWith(403);
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: true });
    expect((await openDomain(session.viewer)).check).toMatchObject({ provider: "unknown" });
    await resend.close();
    resend = await startDomainsStub();
    sendThroughResend();
    resend.domains.set(DOMAIN, "failed");
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: false });
    expect((await openDomain(session.viewer)).sendsFrom).toBe("portail@e-facture.example");
    expect((await events()).map(({ action }) => action)).toEqual([
      "sender_domain_verified",
      "sender_domain_lost",
    ]);
  });
});

describe("the daily check", () => {
  const START = Date.parse("2026-11-23T09:00:00Z");
  const checkOn = async (day: number) => {
    clockAt(START + day * (DAY_MS + MINUTE_MS));
    await recheckDomains(now());
  };
  const isVerified = async () => (await openDomain(session.viewer)).isVerified;
  const told = () =>
    asOwner((sql) => sql`select recipient, user_id, props from mails where kind = 'sender_domain_lost'`);

  it("keeps a domain when nobody answers, loses it by the same clear answer of two days, and tells the managers once", async () => {
    await asOwner(
      (sql) => sql`update users set email = 'chef@lease.example' where id = ${session.viewer.userId}`,
    );
    own();
    dns.records.set(`TXT ${DOMAIN}`, ["v=spf1 include:e-facture.example ~all"]);
    await checkDomain(session);
    await checkOn(1);
    expect((await openDomain(session.viewer)).check?.at).toBe(now().toISOString());
    dns.goSilent();
    await checkOn(2);
    expect(await isVerified()).toBe(true);
    await dns.close();
    dns = await startDnsStub();
    useDnsServers([dns.address]);
    await checkOn(3);
    expect(await isVerified()).toBe(true);
    await checkOn(4);
    expect(await isVerified()).toBe(false);
    expect((await openDomain(session.viewer)).sendsFrom).toBe("portail@e-facture.example");
    await checkOn(5);
    expect(await told()).toMatchObject([
      { recipient: "chef@lease.example", props: { domain: DOMAIN, sendsFrom: "portail@e-facture.example" } },
    ]);
    expect((await events()).map(({ action }) => action)).toEqual([
      "sender_domain_verified",
      "sender_domain_lost",
    ]);
  });

  it("loses a domain that the mail provider no longer has, and registers nothing there", async () => {
    sendThroughResend();
    resend.domains.set(DOMAIN, "verified");
    own();
    await checkDomain(session);
    resend.domains.clear();
    await checkOn(10);
    expect(await isVerified()).toBe(true);
    // The manager's own check of the same day is no second day.
    resend.domains.set(DOMAIN, "pending");
    expect(await checkDomain(await provenManager(supplier))).toEqual({ ok: true, isVerified: true });
    resend.domains.clear();
    await checkOn(12);
    expect(await isVerified()).toBe(false);
    expect(resend.domains.size).toBe(0);
  });
});

describe("a domain", () => {
  it("belongs to one supplier, also when two check it at the same moment", async () => {
    sendThroughResend();
    resend.domains.set(DOMAIN, "verified");
    const other = await makeSupplier();
    const rival = await provenManager(other);
    await saveForm(rival, "sender", { senderAddress: `a@${DOMAIN}` });
    dns.records.set(
      `TXT _e-facture.${DOMAIN}`,
      [supplier, other].map(({ id }) => `e-facture-supplier=${id}`),
    );
    const answers = await Promise.all([checkDomain(session), checkDomain(rival)]);
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, isVerified: true }]);
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: "domain_taken" }]);
  });

  it("of an installation with its own mail server needs the ownership line and SPF", async () => {
    own();
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: false });
    dns.records.set(`TXT ${DOMAIN}`, ["v=spf1 include:e-facture.example ~all"]);
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: true });
  });

  it("of the installation itself is nobody's, and does not keep a supplier from changing its name", async () => {
    await asOwner(async (sql) => {
      await sql`update suppliers set sender_address = 'portail@e-facture.example' where id = ${supplier.id}`;
      const other = await makeSupplier();
      await sql`update suppliers set verified_domain = 'e-facture.example' where id = ${other.id}`;
    });
    expect(await checkDomain(session)).toEqual({ ok: false, reason: "portal_domain" });
    expect(await openDomain(session.viewer)).toMatchObject({ isPortals: true, isVerified: false });
    expect(await saveForm(session, "sender", { senderName: "Loueur neuf" })).toMatchObject({ ok: true });
  });

  it("whose DNS does not answer stays as it is, and the check ends in time", async () => {
    dns.goSilent();
    expect(await checkDomain(session)).toEqual({ ok: true, isVerified: false });
    expect((await states())?.map((line) => line[3])).toEqual(["unknown", "unknown", "unknown"]);
  });

  it.each([
    ["send", "lease.example", "send.lease.example"],
    ["send.mail", "mail.lease.example", "send.mail.lease.example"],
    ["resend._domainkey.mail", "mail.lease.example", "resend._domainkey.mail.lease.example"],
    ["send.lease.example", "lease.example", "send.lease.example"],
  ])("names the provider's record %s of %s in full", (name, domain, expected) => {
    expect(fullName(name, domain)).toBe(expected);
  });
});
