import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { listJournal } from "@/lib/audit/list-journal";
import { setName } from "@/lib/users/set-name";
import { setUserStatus } from "@/lib/users/set-user-status";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner, makeAccount } from "@/tests/support/world";
import {
  addNewcomer,
  type AdministrationWorld,
  enter,
  makeAdministrationWorld,
} from "./administration-world";

let world: AdministrationWorld;
beforeEach(async () => {
  world = await makeAdministrationWorld();
});

describe("the journal", () => {
  it("shows administrators who did what to whom, page by page, and nothing of other accounts", async () => {
    const { id } = await addNewcomer(world.acting);
    clockAt("2026-11-20T10:00:00.500Z");
    await setUserStatus(world.acting, id, "disabled");
    clockAt("2026-11-20T10:00:01Z");
    await enter(world.account.identifiers.member, "Papier-Carbone-7");
    await enter((await makeAccount(world.supplier)).identifiers.member, "Papier-Carbone-7");
    const { entries } = await listJournal(world.administrator, null);
    const lila = { identifier: "lila@perce-neige.example", name: "Lila Montferrand" };
    expect(entries.map(({ action, actor, about }) => [action, actor.kind, about])).toEqual([
      ["signed_in", "user", null],
      ["user_deactivated", "user", lila],
      ["user_added", "user", lila],
    ]);
    const pages = [];
    for (let after = null; ;) {
      const page = await listJournal(world.administrator, after, 1);
      pages.push(...page.entries.map((entry) => entry.id));
      after = page.older;
      if (!after) break;
    }
    expect(pages).toEqual(entries.map((entry) => entry.id));
  });
});

describe("the past", () => {
  const actors = async () =>
    (await listJournal(world.administrator, null)).entries.map(({ actor, about }) => ({ actor, about }));

  it("keeps the identifier of the user who acted when they choose another name later", async () => {
    const { account, administrator } = world;
    const [me, colleague] = [account.identifiers.administrator, account.identifiers.member];
    await setUserStatus(world.acting, account.member.userId, "disabled");
    await setName(administrator, "Noé Baltard");
    const actor = { kind: "user", identifier: me, name: "Noé Baltard" };
    const [, disabled] = await actors();
    expect(disabled).toEqual({ actor, about: { identifier: colleague, name: "member" } });
  });

  it("keeps the identifier when the user has another one since", async () => {
    const { account } = world;
    await setUserStatus(world.acting, account.member.userId, "disabled");
    await asOwner((sql) => sql`update users set identifier = identifier || '-since'`);
    expect(await actors()).toMatchObject([
      {
        actor: { identifier: account.identifiers.administrator },
        about: { identifier: account.identifiers.member },
      },
    ]);
  });

  it("shows today's identifier for an event that was written without one", async () => {
    const { account, administrator } = world;
    await setName(administrator, "Camille Lorme");
    await asOwner((sql) => sql`update audit_events set actor_identifier = null, subject_identifier = null`);
    expect(await actors()).toMatchObject([{ actor: { identifier: account.identifiers.administrator } }]);
  });
});

describe("PostgreSQL itself", () => {
  it("writes the identifiers of an event itself, and ignores those in the statement", async () => {
    const { administrator } = world;
    await withViewer(administrator, (tx) =>
      tx.execute(sql`
        insert into audit_events (id, at, account_id, actor_kind, actor_id, actor_identifier, action, subject_id,
          subject_identifier)
        values (gen_random_uuid(), now(), ${administrator.accountId}, 'administrator', ${administrator.userId}, 'forged',
          'name_changed', ${administrator.userId}, 'forged')`),
    );
    const [event] = await asOwner(
      (owner) => owner`select actor_identifier, subject_identifier from audit_events`,
    );
    const me = world.account.identifiers.administrator;
    expect(event).toEqual({ actor_identifier: me, subject_identifier: me });
  });

  it("allows an administrator to queue an invitation to a user of their own account, and no other mail or link", async () => {
    const { id } = await addNewcomer(world.acting, { email: "lila@perce-neige.example" });
    const stranger = (await makeAccount(world.supplier)).member.userId;
    const insert = (viewer: CustomerUser, kind: string, user: string, to = "lila@perce-neige.example") =>
      withViewer(viewer, (tx) =>
        tx.execute(sql`
          insert into mails (id, supplier_id, account_id, user_id, kind, subject_id, recipient, locale, props, state,
            next_try_at, created_at)
          values (gen_random_uuid(), ${world.supplier.id}, ${world.account.id}, ${user}, ${kind}, gen_random_uuid(), ${to}, 'fr',
            '{}', 'queued', now(), now())`),
      );
    await insert(world.administrator, "invitation", id);
    for (const refused of [
      () => insert(world.administrator, "recovery", id),
      () => insert(world.administrator, "invitation", stranger),
      () => insert(world.administrator, "invitation", id, "somebody@else.example"),
      () => insert(world.account.member, "invitation", id),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "42501" });
  });
});
