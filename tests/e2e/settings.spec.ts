import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { eventually } from "@/tests/support/eventually";
import { mailsTo } from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";

/** A form of the settings, by its anchor. */
const form = (page: Page, id: string) => page.locator(`#${id}`);

async function save(page: Page, id: string, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await form(page, id).getByLabel(label, { exact: true }).fill(value);
  await form(page, id).getByRole("button", { name: "Enregistrer" }).dblclick();
}

const picture = () =>
  sharp({ create: { width: 960, height: 320, channels: 3, background: "#123456" } })
    .png()
    .toBuffer();

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a manager changes colours and the logo, and the next mail carries them", async ({
      page,
      browser,
      request,
      baseURL,
    }, info) => {
      // The desktop and the phone run at the same time, each with its own supplier.
      const slug = info.project.name === "phone" ? "diac-location" : "express-colis";
      const before = slug === "diac-location" ? "#5b2a86" : "#ff8a00";
      const color = javaScriptEnabled ? "#0f766e" : "#7a1f4b";
      const errors = browserErrors(page);
      await signIn(page, demoUser("manager", slug));
      await page.goto("/console/settings");
      await save(page, "identity", { Couleur: "turquoise" });
      await expect(page.getByText("Écrivez une couleur en hexadécimal")).toBeVisible();
      await expect(form(page, "identity").getByLabel("Couleur", { exact: true })).toHaveValue("turquoise");
      if (javaScriptEnabled) {
        await form(page, "identity").getByLabel("Couleur", { exact: true }).fill("#ffff00");
        await expect(form(page, "identity").getByRole("row").first()).toContainText(/(?<![\d,])1,0\s:\s1$/);
      }
      await save(page, "identity", { Couleur: color });
      await expect(form(page, "identity").getByRole("status")).toContainText("couleur");
      await expect(page.locator(".shell")).toHaveAttribute("data-brand", color.slice(1));

      const logo = form(page, "logo");
      const file = logo.getByLabel("Fichier du logo", { exact: true });
      await file.setInputFiles({
        ...{ name: "logo.png", mimeType: "image/png" },
        buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      });
      await logo.getByRole("button", { name: /Ajouter ce logo|Remplacer le logo/ }).click();
      await expect(page.getByText("Ce fichier n’est pas une image")).toBeVisible();
      await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await picture() });
      await logo.getByRole("button", { name: /Ajouter ce logo|Remplacer le logo/ }).click();
      await expect(page.getByText("Le logo est enregistré.")).toBeVisible();
      await expect(page.locator(".top-bar img")).toBeVisible();

      const src = await page.locator(".top-bar img").getAttribute("src");
      const served = (await request.get(src ?? "")).headers();
      expect(served).toMatchObject({
        ...{ "content-type": "image/png", "x-content-type-options": "nosniff" },
        ...{ "cross-origin-resource-policy": "cross-origin" },
        "cache-control": "public, max-age=31536000, immutable",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
      });

      const visitor = await (await browser.newContext({ baseURL, locale: "fr-FR" })).newPage();
      await visitor.goto(`/${slug}`);
      await expect(visitor.locator("header img")).toHaveJSProperty("naturalWidth", 480);
      const { email } = demoUser("administrator", slug);
      const known = (await mailsTo(request, email ?? "")).length;
      await visitor.goto(`/${slug}/recover`);
      await visitor.getByLabel("Adresse e-mail", { exact: true }).fill(email ?? "");
      await visitor.getByRole("button", { name: "Envoyer" }).click();
      const mail = await eventually("a recovery mail", async () => {
        const all = await mailsTo(request, email ?? "");
        return all.length > known ? all[0] : undefined;
      });
      expect(mail?.html).toMatch(/<img[^>]+src="http[^"]+\/api\/logo\/[0-9a-f]{64}"/);
      expect(mail?.html).toContain(color);
      await visitor.context().close();

      await page.goto("/console/settings/mails/preview?mail=digest&language=en");
      await expect(page.getByLabel("Mail", { exact: true })).toContainText(
        "Récapitulatif\u00a0: plusieurs factures",
      );
      await expect(page.locator("iframe")).toBeVisible();
      await expect(page.frameLocator("iframe").locator("img")).toHaveJSProperty("naturalWidth", 480);
      await page.goto("/console/audit?group=settings");
      await expect(page.getByText("a changé le logo").first()).toBeVisible();
      await expect(page.getByText("couleur").first()).toBeVisible();

      await page.goto("/console/settings");
      await form(page, "logo").getByRole("button", { name: "Retirer le logo" }).click();
      await expect(page.getByText("Le logo est retiré.")).toBeVisible();
      await save(page, "identity", { Couleur: before });
      await expect(form(page, "identity").getByRole("status")).toContainText("couleur");
      expect(errors).toEqual([]);
    });
  });
}

test("the words of a trade stand in the list, and a manager who was overtaken loses nothing", async ({
  page,
  browser,
  baseURL,
}, info) => {
  const slug = info.project.name === "phone" ? "diac-location" : "express-colis";
  await signIn(page, demoUser("manager", slug));
  await page.goto("/console/settings/invoices");
  const other = await (await browser.newContext({ baseURL, locale: "fr-FR" })).newPage();
  await signIn(other, demoUser("manager", slug));
  await other.goto("/console/settings/invoices");
  const french = (of: Page) => form(of, "words").getByRole("group", { name: "Français" });
  const write = async (of: Page, one: string, many: string) => {
    await french(of).getByLabel("Véhicule s’appelle", { exact: true }).fill(one);
    await french(of).getByLabel("Au pluriel, Véhicules", { exact: true }).fill(many);
    await form(of, "words").getByRole("button", { name: "Enregistrer" }).click();
  };
  await write(other, "Engin", "Engins");
  await expect(form(other, "words").getByRole("status")).toContainText("mots du métier");
  await write(page, "Site", "Sites");
  await expect(form(page, "words").getByRole("alert")).toContainText("Quelqu’un a changé ces réglages");
  await expect(page.getByText("Enregistré entre-temps\u00a0: Engin.")).toBeVisible();
  await expect(french(page).getByLabel("Véhicule s’appelle", { exact: true })).toHaveValue("Site");

  await signIn(other, demoUser("administrator", slug));
  await other.goto("/overview?by=vehicle");
  await expect(other.getByRole("heading", { name: "Dépense par engin" })).toBeVisible();
  await other.goto("/invoices");
  await expect(other.locator(".filter-chips")).toContainText("Engin");
  await other.context().close();
  await write(page, "Véhicule", "Véhicules");
  await expect(form(page, "words").getByRole("status")).toContainText("mots du métier");
});

test("axe finds nothing in the states of the settings @any-size", async ({ page }) => {
  await signIn(page, demoUser("manager", "mobilize-lease"));
  await page.goto("/console/settings");
  await save(page, "identity", { "Nom affiché": "" });
  await expect(page.getByText("Ce champ est obligatoire.")).toBeVisible();
  await checkState(page, "the refused form of a name");
  await form(page, "logo")
    .getByLabel("Fichier du logo", { exact: true })
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await form(page, "logo").getByRole("button", { name: "Ajouter ce logo" }).click();
  await expect(page.getByText("Ce fichier n’est pas une image")).toBeVisible();
  await checkState(page, "the refused form of a logo");
  await page.goto("/console/settings/mails");
  await save(page, "sender", { "Adresse d’expédition": "factures" });
  await expect(form(page, "sender").getByLabel("Adresse d’expédition", { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await checkState(page, "the refused form of a sender");
  await form(page, "domain")
    .getByRole("button", { name: /Vérifier/ })
    .click();
  await expect(page.getByText("Propriété", { exact: true })).toBeVisible();
  await checkState(page, "the settings of mails with a checked domain");
});
