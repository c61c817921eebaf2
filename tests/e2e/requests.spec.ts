import { expect, type Page, test } from "@playwright/test";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { eventually } from "@/tests/support/eventually";
import { browserErrors, signIn } from "@/tests/support/portal-page";
import { leaveWorld } from "./permissions/leave-world";
import { makePortalWorld, PASSWORD, type PortalWorld } from "./permissions/visitors";

let world: PortalWorld;

test.beforeEach(async () => {
  world = await makePortalWorld();
  // An account may write twenty messages a day, so those of other tests are moved to yesterday.
  const testUsers = world.sql`select id from users where identifier like 'permissions-%'`;
  await world.sql`
    update request_messages set at = at - interval '1 day'
    where author_id in (${testUsers}) and at between now() - interval '1 day' and now() - interval '30 seconds'`;
  await world.sql`
    update customer_requests set created_at = created_at - interval '1 day'
    where user_id in (${testUsers}) and created_at between now() - interval '1 day' and now() - interval '30 seconds'`;
});
test.afterEach(async () => {
  // An account may have ten open requests.
  const visitorIds = Object.values(world.visitors).flatMap(({ userId }) => userId ?? []);
  await world.sql`
    update customer_requests set state = 'closed', closed_at = now()
    where state in ('open', 'answered') and user_id = any (${visitorIds})`;
  await leaveWorld(world);
});

/** A new administrator of the demo's first company, with a proven address. */
async function signInAsCustomer(page: Page): Promise<string> {
  const email = `question-${crypto.randomUUID()}@essai.example`;
  const { userId, identifier } = world.visitors.administrator;
  await world.sql`
    update users set email = ${email}, email_verified_at = now(), name = 'Camille' where id = ${userId}`;
  await signIn(page, {
    ...{ identifier, password: PASSWORD, role: "administrator", supplier: "mobilize-lease" },
    ...{ company: null, customerNumber: null, email: null },
  });
  return email;
}

const signInAsAdviser = (page: Page) => signIn(page, demoUser("adviser", "mobilize-lease"));

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, contextOptions: { reducedMotion: "reduce" } });

    test("a customer asks about an invoice, the adviser answers with a template, the customer reads it and replies", async ({
      page,
      browser,
    }, { project }) => {
      const isFull = javaScriptEnabled && project.name === "desktop";
      const errors = browserErrors(page);
      const email = await signInAsCustomer(page);
      await page.goto(`/invoices/${world.invoice.id}`);
      await page.getByRole("link", { name: "Poser une question sur cette facture" }).click();
      const send = () => page.getByRole("button", { name: "Envoyer", exact: true }).click();
      await page.getByLabel("Sujet", { exact: true }).selectOption("Véhicule");
      await send();
      await expect(page.getByText("Écrivez votre message.")).toBeVisible();
      await expect(page.getByLabel("Sujet", { exact: true })).toHaveValue("vehicle");
      await page.getByLabel("Votre question", { exact: true }).fill("Le véhicule est rendu depuis le 3.");
      if (isFull) await checkState(page, "the form of a question");
      await send();
      await expect(page.getByText("Votre question est transmise à votre conseiller.")).toBeVisible();
      await expect(
        page.getByRole("list", { name: "Messages" }).filter({ hasText: "rendu depuis le 3" }).last(),
      ).toBeVisible();
      const [made] = await world.sql<{ id: string }[]>`
        select id from customer_requests where user_id = ${world.visitors.administrator.userId} and state = 'open'`;

      const staff = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await signInAsAdviser(staff);
      await staff.goto("/console/requests?view=team");
      await staff.locator(`a[href="/console/requests/${made?.id}"]`).click();
      await staff.getByLabel("Modèle", { exact: true }).selectOption("Montant vérifié");
      await staff.getByRole("button", { name: "Insérer" }).click();
      const answer = staff.getByLabel("Réponse", { exact: true });
      await expect(answer).toHaveValue(
        new RegExp(`Bonjour Camille,[^]*facture ${world.invoice.number}[^]*Elsa Quimper`),
      );
      await answer.fill(`${await answer.inputValue()}\n\nP.-S. : l’avoir suit.`);
      if (isFull) await checkState(staff, "a request in the console");
      await staff.getByRole("button", { name: "Répondre", exact: true }).click();
      await expect(staff.getByText("Le client en est prévenu par mail.")).toBeVisible();

      const mails = async () =>
        (await (await page.request.get(`/dev/mailbox.json?to=${email}`)).json()) as { text: string }[];
      // Other mails to the same address may arrive before and after it.
      const answered = await eventually("the mail with the answer", async () =>
        (await mails()).find(({ text }) => text.includes("l’avoir suit")),
      );
      const [, path = ""] = /https?:\/\/[^/]+(\/profile\/requests\/\S+)/.exec(answered?.text ?? "") ?? [];
      await page.goto("/profile/requests");
      await expect(page.getByText("Réponse à lire").first()).toBeVisible();
      await page.goto(path);
      await expect(page.getByText("P.-S. : l’avoir suit.")).toBeVisible();
      await page.getByLabel("Votre message", { exact: true }).fill("Merci, quand ?");
      if (isFull) await checkState(page, "a request of one's own");
      await send();
      await expect(page.getByText("Votre message est transmis")).toBeVisible();
      await staff.reload();
      await expect(staff.getByRole("list", { name: "Messages" })).toContainText("Merci, quand ?");
      await page.getByRole("button", { name: "C’est réglé" }).click();
      await expect(page.getByText("La demande est close. Écrire la rouvre.")).toBeVisible();
      await staff.context().close();
      expect(errors).toEqual([]);
    });
  });

test(
  "an adviser accepts a request for a preference, which is then set",
  { tag: "@any-size" },
  async ({ page }) => {
    const [asked] = await world.sql<{ id: string; account_id: string }[]>`
    select r.id, a.id as account_id from customer_requests r join accounts a on a.id = r.account_id
    where a.customer_number = '207301' and r.kind = 'notification_change' and r.state = 'open'`;
    const preference = async () => {
      const [account] =
        await world.sql`select preference from accounts where id = ${asked?.account_id ?? ""}`;
      return account?.preference as string;
    };
    expect(await preference()).toBe("attachment");
    await signInAsAdviser(page);
    await page.goto(`/console/accounts/${asked?.account_id}`);
    await page.getByRole("link", { name: "Modification des notifications" }).click();
    await page.getByRole("button", { name: "Refuser" }).click();
    await expect(page.getByText("Écrivez la réponse.")).toBeVisible();
    await page.getByRole("button", { name: "Je m’en occupe" }).click();
    await expect(page.getByText("L’attribution est enregistrée.")).toBeVisible();
    await page.getByRole("button", { name: "Accepter" }).click();
    await expect(page.getByText("La demande est acceptée.")).toBeVisible();
    expect(await preference()).toBe("digest");
    await world.sql`update accounts set preference = 'attachment' where id = ${asked?.account_id ?? ""}`;
  },
);
