import { expect, test } from "@playwright/test";
import { builtRoutes } from "./built-portal";
import { ROUTES } from "./classification";
import { answerFor, type Answers, type Expected, supplierStaffBytes } from "./expected-answers";
import { leaveWorld } from "./leave-world";
import { makePortalWorld, type PortalWorld, type Visitor, VISITORS } from "./visitors";

let world: PortalWorld;

test.beforeAll(async () => {
  world = await makePortalWorld();
});
test.afterAll(() => leaveWorld(world));

const address = (path: string) => `${process.env.E2E_URL}${path}`;

function ask(
  visitor: Visitor,
  path: string,
  method = "GET",
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(address(path), { method, redirect: "manual", headers: { ...visitor.headers, ...headers } });
}

/** Path and query of a redirect, which must stay within the portal. */
function target(response: Response): string {
  const url = new URL(response.headers.get("location") ?? "", process.env.E2E_URL);
  expect(url.origin).toBe(process.env.E2E_URL);
  return url.pathname + url.search;
}

function expectAnswer(response: Response, expected: Expected, who: string): void {
  if (typeof expected === "number") return expect(response.status, who).toBe(expected);
  expect([303, 307], `${who}: ${response.status}`).toContain(response.status);
  expect(target(response), who).toMatch(expected.to);
}

test("the classified pages and route handlers are exactly those of the build", () => {
  expect(builtRoutes()).toEqual(Object.keys(ROUTES).sort());
});

for (const [pattern, { path, answers, method, isPrivate }] of Object.entries(ROUTES)) {
  test(`${method ?? "GET"} ${pattern} answers each visitor as classified`, async () => {
    for (const kind of VISITORS) {
      const visitor = world.visitors[kind];
      const response = await ask(visitor, path(world), method);
      const expected = answerFor(answers, kind);
      expectAnswer(response, expected, kind);
      const body = await response.text();
      if (isPrivate && expected === 200)
        expect(response.headers.get("cache-control"), kind).toContain("no-store");
      if (expected !== 200) expect(body, kind).not.toContain(world.invoice.number);
    }
  });
}

test("users of another account do not get an invoice in any other form either", async () => {
  const { id, number } = world.invoice;
  const strangers = (
    [
      "anonymous",
      "other_administrator",
      "other_adviser",
      "operator",
      "disabled",
      "signed_out",
      "must_change",
      "customer_code_pending",
      "locked",
      "locked_view",
      "idle",
    ] as const
  ).map((kind) => world.visitors[kind]);
  for (const visitor of strangers) {
    for (const path of ["/invoices", `/invoices/${id}`, "/console", "/profile/display"]) {
      for (const headers of [
        { rsc: "1" },
        { rsc: "1", "next-router-prefetch": "1" },
        { rsc: "1", "next-router-segment-prefetch": "/_tree" },
        { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
        { "x-invoke-path": `/invoices/${id}`, "x-matched-path": "/invoices/[id]" },
      ] as Record<string, string>[]) {
        const response = await ask(visitor, path, "GET", headers);
        expect(await response.text(), `${visitor.kind} ${path} ${JSON.stringify(headers)}`).not.toContain(
          number,
        );
      }
    }
    const bytes = await ask(visitor, `/invoices/${id}/original`, "HEAD");
    expect([401, 404], visitor.kind).toContain(bytes.status);
    expect(bytes.headers.get("etag")).toBeNull();
  }
});

test("only the supplier's own staff can upload a file of customers, and not from a locked screen", async () => {
  const answers: Answers = {
    ...supplierStaffBytes,
    adviser: 303,
    manager: 303,
    other_adviser: 303,
  };
  for (const kind of VISITORS) {
    const form = new FormData();
    form.set("file", new Blob([""]), "");
    const { headers } = world.visitors[kind];
    const response = await fetch(address("/console/accounts/import/file"), {
      method: "POST",
      redirect: "manual",
      headers: { ...headers, origin: process.env.E2E_URL ?? "" },
      body: form,
    });
    expect(response.status, kind).toBe(answerFor(answers, kind));
  }
});

for (const page of ["/console/deposits/new", "/console/deposits/announcements"])
  test(`only the supplier's managers can upload a file to ${page}`, async () => {
    const answers: Answers = {
      ...supplierStaffBytes,
      adviser: 404,
      manager: 303,
      other_adviser: 404,
      old_proof_manager: 303,
    };
    for (const kind of VISITORS) {
      const form = new FormData();
      form.set("file", new Blob([""]), "");
      const { headers } = world.visitors[kind];
      const response = await fetch(address(`${page}/file`), {
        method: "POST",
        redirect: "manual",
        headers: { ...headers, origin: process.env.E2E_URL ?? "" },
        body: form,
      });
      expect(response.status, kind).toBe(answerFor(answers, kind));
    }
  });

test("no request changes a session that waits for a code, is locked or has ended", async () => {
  const waiting = [
    "second_factor_pending",
    "customer_code_pending",
    "locked",
    "locked_view",
    "idle",
    "expired",
  ] as const;
  for (const kind of waiting) {
    const { userId } = world.visitors[kind];
    const session = () =>
      world.sql`select last_seen_at, factor_user_ids, ended_at from sessions where user_id = ${userId}`;
    const before = await session();
    for (const path of ["/console", "/invoices", "/second-factor", "/second-factor/state?active", "/"])
      await (await ask(world.visitors[kind], path)).arrayBuffer();
    expect(await session(), kind).toEqual(before);
  }
});

test("asking for the progress of an import does not count as activity, opening its page does", async () => {
  const { adviser } = world.visitors;
  const path = `/console/accounts/import/${world.imported.id}`;
  const lastSeen = async () => {
    const [session] = await world.sql<{ at: string }[]>`
      select last_seen_at::text as at from sessions where user_id = ${adviser.userId}`;
    return session?.at;
  };
  await world.sql`
    update sessions set last_seen_at = now() - interval '10 minutes' where user_id = ${adviser.userId}`;
  const before = await lastSeen();
  expect((await ask(adviser, `${path}/progress`)).status).toBe(200);
  expect(await lastSeen()).toBe(before);
  expect((await ask(adviser, path)).status).toBe(200);
  expect(await lastSeen()).not.toBe(before);
});

test("an invoice of somebody else and one that does not exist get the same answer", async () => {
  const stranger = world.visitors.other_administrator;
  const never = "019ac0de-0000-7000-8000-000000000000";
  for (const [path, other] of [
    [`/invoices/${world.invoice.id}/original`, `/invoices/${never}/original`],
    [`/invoices/${world.invoice.id}/original?download`, `/invoices/not-an-id/original?download`],
  ] as const) {
    const [one, two] = await Promise.all([ask(stranger, path), ask(stranger, other)]);
    expect([one.status, await one.text()]).toEqual([two.status, await two.text()]);
  }
  for (const id of [world.invoice.id, never, "not-an-id", "..%2f..", "'"])
    expect((await ask(stranger, `/invoices/${id}`)).status, id).toBe(404);
  // An address with a zero byte is refused before anything is looked up.
  expect((await ask(stranger, "/invoices/%00")).status).toBe(400);
});

test("route handlers answer 405 to other methods, for every visitor", async () => {
  const { administrator, supplier_key: key } = world.visitors;
  for (const [path, methods] of [
    ["/api/v1/invoices", ["GET", "PUT", "DELETE", "PATCH"]],
    [`/invoices/${world.invoice.id}/original`, ["POST", "PUT", "DELETE", "PATCH"]],
    ["/api/health", ["POST", "DELETE"]],
  ] as const)
    for (const method of methods)
      for (const visitor of [administrator, key])
        expect((await ask(visitor, path, method)).status, `${method} ${path}`).toBe(405);
});

test("every page has the security headers, and a policy with its own nonce", async () => {
  const nonces = new Set<string>();
  const paths = ["/", "/mobilize-lease", "/mobilize-lease/help", "/invoices", "/nowhere/at/all", "/console"];
  for (const path of paths) {
    const { headers } = await ask(world.visitors.administrator, path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+'(;|$)/);
    expect(policy, path).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("strict-transport-security"), path).toMatch(/max-age=\d{8}/);
    expect(headers.get("x-powered-by"), path).toBeNull();
  }
  expect(nonces.size).toBe(paths.length);
});
