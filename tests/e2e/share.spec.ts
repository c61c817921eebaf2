import { expect, test } from "@playwright/test";
import { checkState } from "@/tests/support/check-page";
import { browserErrors, signIn } from "@/tests/support/portal-page";
import { leaveWorld } from "./permissions/leave-world";
import { makePortalWorld, PASSWORD, type PortalWorld } from "./permissions/visitors";

let world: PortalWorld;
test.beforeEach(async () => void (world = await makePortalWorld()));
test.afterEach(() => leaveWorld(world));

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a member shares an invoice; a stranger reads it without signing in, until it is revoked", async ({
      page,
      browser,
      baseURL,
    }, { project }) => {
      const isFull = javaScriptEnabled && project.name === "desktop";
      const errors = browserErrors(page);
      const { identifier } = world.visitors.member;
      await signIn(page, {
        ...{ identifier, password: PASSWORD, role: "member", supplier: "mobilize-lease" },
        ...{ company: null, customerNumber: null, email: null },
      });
      await page.goto(`/invoices/${world.invoice.id}?type=invoice`);
      if (javaScriptEnabled) await page.getByRole("link", { name: "Partager", exact: true }).click();
      else await page.locator("#share summary").click();
      await page.getByRole("button", { name: "Créer le lien" }).click();
      await expect(page.getByText("Écrivez pour qui est le lien.")).toBeVisible();
      await expect(page.getByLabel("Pour qui", { exact: true })).toHaveAttribute("aria-invalid", "true");
      if (isFull) await checkState(page, "the refused form of a shared link");
      const recipient = `Garage ${identifier}`;
      await page.getByLabel("Pour qui", { exact: true }).fill(recipient);
      await page.getByRole("button", { name: "Créer le lien" }).click();
      await expect(page.getByText("Le lien est créé")).toBeVisible();
      expect(new URL(page.url()).search).toBe("?type=invoice");
      const address = await page.getByLabel(`Lien pour ${recipient}`).inputValue();
      if (isFull) await checkState(page, "an invoice with a shared link");

      const stranger = await browser.newContext({ locale: "fr-FR", javaScriptEnabled });
      const reading = await stranger.newPage();
      const opened = await reading.goto(address);
      expect(opened?.headers()).toMatchObject({
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex",
      });
      await expect(reading.getByRole("heading", { level: 1 })).toContainText(world.invoice.number);
      await expect(reading.getByText(recipient)).toBeVisible();
      if (isFull) await checkState(reading, "the page of a shared link");
      const href = await reading.getByRole("link", { name: /^Télécharger/ }).getAttribute("href");
      const file = await stranger.request.get(`${baseURL}${href}`);
      expect(file.headers()["content-type"]).toBe("application/pdf");

      await page.goto(`/invoices/${world.invoice.id}#recipient`);
      const fold = page.locator("#share");
      if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
      const row = page.getByRole("listitem").filter({ hasText: recipient });
      await expect(row.first()).toContainText("ouvert 1 fois");
      await page.getByRole("button", { name: `Révoquer le lien pour ${recipient}` }).click();
      await expect(page.getByText("Le lien est révoqué")).toBeVisible();
      await reading.goto(address);
      await expect(reading.getByRole("heading", { name: "Ce lien n’ouvre plus rien" })).toBeVisible();
      if (isFull) await checkState(reading, "the page of a revoked link");
      expect((await stranger.request.get(`${baseURL}${href}`)).status()).toBe(410);
      expect(errors).toEqual([]);
      await stranger.close();
    });
  });
