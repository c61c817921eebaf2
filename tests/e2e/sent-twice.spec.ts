import { expect, type Page, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import {
  CUSTOMER_PASSWORD,
  deposit,
  MAIL_SUPPLIER,
  mailsTo,
  mailTo,
  newCustomer,
  resetPath,
} from "@/tests/support/mailed-customer";
import { signIn } from "@/tests/support/portal-page";

/*
 * A double click sends a form twice: with scripts one after the other; without them the second copy replaces the first,
 * whose response is lost.
 */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a double click that asks for a recovery mail, chooses a password or signs in has one effect @any-size", async ({
      page,
      request,
    }, info) => {
      const customer = await newCustomer(request, info.project.name, "none");
      await deposit(request, customer);
      await mailTo(request, customer.email, /^Activation/);

      await page.goto(`/${MAIL_SUPPLIER}/recover`);
      await page.getByLabel("Adresse e-mail", { exact: true }).fill(customer.email);
      await page.getByRole("button", { name: "Envoyer" }).dblclick();
      await expect(page.getByText("vous a été adressé")).toBeVisible();
      const mail = await mailTo(request, customer.email, /^Récupération/);

      await page.goto(resetPath(mail));
      await page.getByLabel("Votre mot de passe", { exact: true }).fill(CUSTOMER_PASSWORD);
      await page.getByLabel("Confirmation", { exact: true }).fill(CUSTOMER_PASSWORD);
      await page.getByRole("button", { name: "Envoyer" }).dblclick();
      await expect(page.getByText("Votre mot de passe est enregistré")).toBeVisible();
      await page.getByLabel("Mot de passe", { exact: true }).fill(CUSTOMER_PASSWORD);
      await page.getByRole("button", { name: "Connexion" }).dblclick();
      await expect(page).toHaveURL(/\/invoices$/);
      await page.goto("/profile/security");
      await expect(page).toHaveURL(/\/profile\/security$/);
      await expect(page.getByRole("heading", { name: "Sessions ouvertes" })).toBeVisible();

      const recoveries = (await mailsTo(request, customer.email)).filter(({ subject }) =>
        subject.startsWith("Récupération"),
      );
      expect(recoveries).toHaveLength(1);
    });

    test("a double click adds one user, and the password is shown @any-size", async ({ page }, info) => {
      await signIn(page, demoUser("administrator", "diac-location"));
      await page.goto("/admin/users/new");
      await page.getByLabel("Prénom et nom", { exact: true }).fill("Lila Montferrand");
      await page
        .getByLabel("Identifiant", { exact: true })
        .fill(`deux-fois-${info.project.name}-${javaScriptEnabled}-${Date.now()}`);
      const password = await page.locator("#password").inputValue();
      await page.getByRole("button", { name: "Ajouter l’utilisateur" }).dblclick();
      await expect(page.getByText(password, { exact: true })).toBeVisible();
    });

    test("a form from before a deployment keeps what was typed and says that the page has changed @any-size", async ({
      page,
    }) => {
      await renameActions(page);
      await page.goto("/express-colis");
      await page.getByLabel("Identifiant", { exact: true }).fill("personne@nulle-part.example");
      await page.getByLabel("Mot de passe", { exact: true }).fill("Pas-Le-Bon-1");
      await page.getByRole("button", { name: "Connexion" }).click();
      await expect(page.getByRole("heading", { name: "La page a changé" })).toBeVisible();
      await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue(
        "personne@nulle-part.example",
      );
      await expect(page.getByLabel("Mot de passe", { exact: true })).toHaveValue("");
    });
  });
}

/** Replaces the action in every form that the page posts by one that the build does not have. */
async function renameActions(page: Page): Promise<void> {
  const unknown = (id: string) => `${id.slice(0, 2)}${"0".repeat(id.length - 2)}`;
  await page.route("**", async (route) => {
    const request = route.request();
    if (request.method() !== "POST") return route.fallback();
    const headers = request.headers();
    const action = headers["next-action"];
    if (action) headers["next-action"] = unknown(action);
    const body = request.postDataBuffer()?.toString("latin1") ?? "";
    await route.fallback({
      headers,
      postData: Buffer.from(body.replace(/(?<=\$ACTION_ID_|"id":")[0-9a-f]{42}/g, unknown), "latin1"),
    });
  });
}
