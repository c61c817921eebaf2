import { expect, type Page, test } from "@playwright/test";
import { browserErrors, signIn, signInByForm } from "@/tests/support/portal-page";
import { leaveWorld } from "./permissions/leave-world";
import { makePortalWorld, PASSWORD, type PortalWorld } from "./permissions/visitors";

const NEW = "Encre-Violette-8";
let world: PortalWorld;

test.beforeEach(async () => {
  world = await makePortalWorld();
});
test.afterEach(async () => {
  // An account may have ten open requests.
  const visitorIds = Object.values(world.visitors).flatMap(({ userId }) => userId ?? []);
  await world.sql`
    update customer_requests set state = 'declined', closed_at = now() where state = 'open' and user_id = any (${visitorIds})`;
  await leaveWorld(world);
});

/** A new person of the demo's first company, without requests or changes. */
const personOf = (kind: "administrator" | "member", password = PASSWORD) => ({
  identifier: world.visitors[kind].identifier,
  password,
  role: kind,
  supplier: "mobilize-lease",
  company: null,
  customerNumber: null,
  email: null,
});

const signInAs = (page: Page, kind: "administrator" | "member") => signIn(page, personOf(kind));

const giveAddress = (kind: "administrator" | "member", email: string) =>
  world.sql`update users set email = ${email} where id = ${world.visitors[kind].userId}`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test(
      "a user changes name and password; the other browser is signed out, and a mail is sent",
      { tag: "@any-size" },
      async ({ page, browser }) => {
        const email = `moi-${crypto.randomUUID()}@essai.example`;
        await giveAddress("member", email);
        const errors = browserErrors(page);
        await signInAs(page, "member");
        const elsewhere = await (await browser.newContext()).newPage();
        await signInAs(elsewhere, "member");

        await page.goto("/profile/account");
        await page.getByLabel("Nom", { exact: true }).fill("Noé Baltard");
        await page.getByRole("button", { name: "Enregistrer le nom" }).click();
        await expect(page.getByText("Votre nom est enregistré.")).toBeVisible();
        await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("Noé Baltard");

        const fill = async (current: string, password: string, confirmation: string) => {
          await page.getByLabel("Mot de passe actuel", { exact: true }).fill(current);
          await page.getByLabel("Votre mot de passe", { exact: true }).fill(password);
          await page.getByLabel("Confirmation", { exact: true }).fill(confirmation);
          await page.getByRole("button", { name: "Réinitialiser mon mot de passe" }).click();
        };
        await fill("Pas-Celui-1", NEW, NEW);
        await expect(page.getByRole("main").getByRole("alert").getByRole("heading")).toHaveText(
          "Ce n’est pas votre mot de passe actuel.",
        );
        await fill(PASSWORD, NEW, "Encre-Violette-9");
        await expect(page.getByRole("main").getByRole("alert")).toContainText(
          "La confirmation est différente",
        );
        await fill(PASSWORD, NEW, NEW);
        await expect(page.getByText("Votre mot de passe est changé.")).toBeVisible();
        await elsewhere.goto("/invoices");
        await expect(elsewhere).not.toHaveURL(/\/invoices$/);
        await signInByForm(elsewhere, personOf("member", NEW));
        await elsewhere.context().close();
        await expect
          .poll(async () => {
            const response = await page.request.get(`/dev/mailbox.json?to=${email}`);
            return ((await response.json()) as { subject: string }[]).map(({ subject }) => subject);
          })
          .toEqual([expect.stringContaining("mot de passe")]);
        expect(errors).toEqual([]);
      },
    );

    test("a user sees their own sessions and ends one", { tag: "@any-size" }, async ({ page, browser }) => {
      await signInAs(page, "member");
      const others = await Promise.all([1, 2, 3].map(async () => (await browser.newContext()).newPage()));
      for (const other of others) await signInByForm(other, personOf("member"));
      await page.goto("/profile/security");
      await page
        .getByRole("button", { name: /^Fermer la session Chrome/ })
        .first()
        .click();
      await expect(page.getByText("La session est fermée.")).toBeVisible();
      await page.getByRole("button", { name: "Fermer toutes les autres sessions" }).click();
      await expect(page.getByText(/sessions sont fermées/)).toBeVisible();
      await expect(page.getByRole("button", { name: /^Fermer/ })).toHaveCount(0);
      for (const other of others) {
        await other.goto("/invoices");
        await expect(other).not.toHaveURL(/\/invoices$/);
        await other.context().close();
      }
      await page.goto("/invoices");
      await expect(page).toHaveURL(/\/invoices$/);
    });

    test("a user asks for a change: the adviser gets a mail, address and preference do not change", async ({
      page,
    }) => {
      const asked = `nouvelle-${crypto.randomUUID()}@essai.example`;
      await signInAs(page, "administrator");
      const accounts = () =>
        world.sql`
          select a.email, a.preference, a.pending_email from accounts a join users u on u.account_id = a.id
          where u.id = ${world.visitors.administrator.userId}`;
      const people = () => world.sql`select * from users where id = ${world.visitors.administrator.userId}`;
      const before = [await accounts(), await people()];
      await page.goto("/profile/notifications");
      const send = () => page.getByRole("button", { name: "Envoyer la demande" }).click();
      await send();
      await expect(page.getByRole("main").getByRole("alert")).toContainText(
        "Indiquez une adresse, une préférence ou un message.",
      );

      await page.getByLabel("Nouvelle adresse de notification", { exact: true }).fill(asked);
      await page.getByLabel("Message", { exact: true }).fill("Nous changeons d’adresse.\nMerci !");
      await send();
      await expect(page.getByText("Votre demande est transmise à votre conseiller.")).toBeVisible();
      await expect(page.getByText(`Adresse : ${asked}`)).toBeVisible();

      await page.getByLabel("Nouvelle adresse de notification", { exact: true }).fill(asked);
      await send();
      await expect(page.getByRole("main").getByRole("alert")).toContainText(
        "La même demande attend une réponse depuis le",
      );
      await expect(page.getByLabel("Nouvelle adresse de notification", { exact: true })).toHaveValue(asked);
      const mails = await world.sql`select kind from mails where props::text like ${`%${asked}%`}`;
      expect(mails.map(({ kind }) => kind as string)).toEqual(["request_made"]);
      expect([await accounts(), await people()]).toEqual(before);
    });
  });
}

test(
  "extra fields in a request body change no address, preference or role",
  { tag: "@any-size" },
  async ({ page }) => {
    await signInAs(page, "member");
    // Other tests may add people at the same time.
    const visitorIds = Object.values(world.visitors).flatMap(({ userId }) => userId ?? []);
    const state = () =>
      world.sql`
      select u.*, a.email as notified, a.preference, a.channel, a.state from users u join accounts a on a.id = u.account_id
      where u.id = any (${visitorIds}) order by u.id`;
    const before = await state();
    await page.goto("/profile/notifications");
    await page.getByLabel("Message", { exact: true }).fill(`Bonjour ${crypto.randomUUID()}`);
    await page.evaluate(() => {
      const form = document.querySelector("form#request");
      for (const name of "accountId account_id supplierId supplier_id userId user_id role status state kind channel pendingEmail customerNumber recipient adviserEmail contactEmail replyTo wanted createdAt closedAt id stamp identifier locale viewer __proto__ constructor isAdmin emailVerifiedAt passwordHash mustChangePassword".split(
        " ",
      )) {
        const input = Object.assign(document.createElement("input"), { type: "hidden", value: "operator" });
        input.name = name;
        form?.append(input);
      }
    });
    await page.getByRole("button", { name: "Envoyer la demande" }).click();
    await expect(page.getByText("Votre demande est transmise à votre conseiller.")).toBeVisible();
    expect(await state()).toEqual(before);
  },
);

test(
  "the export of own data is a JSON file without secrets that no cache stores",
  { tag: "@any-size" },
  async ({ page }) => {
    await signInAs(page, "member");
    await page.goto("/profile/account");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Télécharger mes données" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^e-facture_mobilize-lease_\d{4}-\d{2}-\d{2}\.json$/);
    const response = await page.request.get("/profile/account/export");
    expect(response.headers()["cache-control"]).toBe("private, no-store");
    const exported = (await response.json()) as { user: { identifier: string } };
    expect(exported.user.identifier).toBe(world.visitors.member.identifier);
    expect(JSON.stringify(exported)).not.toMatch(/argon2|password_hash|passwordHash|stamp/);
  },
);

test("a member sees whom to ask, and pages are in the chosen language", async ({ page }) => {
  await signInAs(page, "member");
  await page.goto("/profile/account");
  await expect(page.getByRole("heading", { name: "Vos administrateurs" })).toBeVisible();
  await page.goto("/profile/display");
  await expect(page.locator("main mark")).toHaveText(world.visitors.member.identifier);
  await page.getByLabel("English", { exact: true }).check();
  await page.getByRole("button", { name: "Valider" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Invoice display");
  const [user] = await world.sql`select locale from users where id = ${world.visitors.member.userId}`;
  expect(user?.locale).toBe("en");
});
