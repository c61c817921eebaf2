import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { listJournal } from "@/lib/audit/list-journal";
import { setUserStatus } from "@/lib/users/set-user-status";
import { clockAt } from "@/tests/support/clock-file";
import { makeAccount } from "@/tests/support/world";
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
    const { id } = await addNewcomer(world.inviter);
    clockAt("2026-11-20T10:00:00.500Z");
    await setUserStatus(world.administrator, id, "disabled");
    clockAt("2026-11-20T10:00:01Z");
    await enter(world.account.identifiers.member, "Papier-Carbone-7");
    await enter((await makeAccount(world.supplier)).identifiers.member, "Papier-Carbone-7");
    const { entries } = await listJournal(world.administrator, null);
    expect(entries.map(({ action, actor, about }) => [action, actor.kind, about])).toEqual([
      ["signed_in", "user", null],
      ["user_deactivated", "user", "Lila Montferrand"],
      ["user_added", "user", "Lila Montferrand"],
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

describe("PostgreSQL itself", () => {
  it("allows an administrator to queue an invitation to a user of the own account, and no other mail or link", async () => {
    const { id } = await addNewcomer(world.inviter, { email: "lila@perce-neige.example" });
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
