import { expect, type Page, test } from "@playwright/test";
import { FRESH_PROOF_MINUTES } from "@/lib/tokens/life-spans";
import { mailTo } from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";
import { leaveWorld } from "./permissions/leave-world";
import { makePortalWorld, PASSWORD, type PortalWorld } from "./permissions/visitors";

let world: PortalWorld;
/** The proven address of the administrator. */
let address: string;

test.beforeEach(async () => {
  world = await makePortalWorld();
  address = `moi-${crypto.randomUUID()}@essai.example`;
  const { administrator, other_administrator: other } = world.visitors;
  await world.sql`
    update users set email = case id when ${administrator.userId} then ${address} else ${`autre-${address}`} end,
      email_verified_at = now()
    where id in (${administrator.userId}, ${other.userId})`;
});
test.afterEach(() => leaveWorld(world));

/** Signs in, and lets the proof of signing in become too old. */
async function signInLongAgo(page: Page): Promise<void> {
  const { identifier, userId } = world.visitors.administrator;
  await signIn(page, {
    ...{ identifier, password: PASSWORD, role: "administrator", supplier: "mobilize-lease" },
    ...{ company: null, customerNumber: null, email: null },
  });
  await world.sql`
    update sessions set proven_at = proven_at - make_interval(mins => ${FRESH_PROOF_MINUTES})
    where user_id = ${userId}`;
}

const proof = (page: Page) => page.getByLabel("Mot de passe", { exact: true });
const confirm = (page: Page) => page.getByRole("button", { name: "Confirmer", exact: true });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("adding a user later than five minutes after signing in asks for the password and keeps what was typed", async ({
      page,
      request,
    }) => {
      const errors = browserErrors(page);
      await signInLongAgo(page);
      await page.goto("/admin/users/new");
      const identifier = `lila-${crypto.randomUUID().slice(0, 8)}`;
      await page.getByLabel("Prénom et nom", { exact: true }).fill("Lila Montferrand");
      await page.getByLabel("Identifiant", { exact: true }).fill(identifier);
      const given = page.getByLabel("Mot de passe par défaut", { exact: true }).last();
      await given.fill("Givre-Tulipe-Canard-58");
      await page.getByRole("button", { name: "Ajouter l’utilisateur" }).click();

      await expect(page.getByRole("heading", { name: "Confirmez que c’est vous" })).toBeVisible();
      await expect(proof(page)).toBeFocused();
      await expect(page.getByLabel("Prénom et nom", { exact: true })).toHaveValue("Lila Montferrand");
      await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue(identifier);
      await expect(given).toHaveValue("Givre-Tulipe-Canard-58");
      await proof(page).fill("Pas-Le-Bon-1");
      await confirm(page).click();
      await expect(page.getByText("Ce mot de passe ne convient pas.")).toBeVisible();
      await expect(given).toHaveValue("Givre-Tulipe-Canard-58");
      await proof(page).fill(PASSWORD);
      await confirm(page).click();
      await expect(page.getByText("Lila Montferrand peut se connecter.")).toBeVisible();
      await expect(page.getByText("Givre-Tulipe-Canard-58", { exact: true })).toBeVisible();

      // Other tests add users to this account at the same time, and its administrators get a mail about each.
      await expect(async () => {
        const mails = await request.get(`/dev/mailbox.json?to=${encodeURIComponent(address)}`);
        expect(await mails.text()).toContain(identifier);
      }).toPass();
      expect(JSON.stringify(await page.context().cookies())).not.toContain("Givre-Tulipe");
      if (javaScriptEnabled) expect(errors).toEqual([]);
    });

    test("an administrator changes their own address with the password, and the former address is told", async ({
      page,
      request,
    }) => {
      await signInLongAgo(page);
      await page.goto(`/admin/users/${world.visitors.administrator.userId}`);
      const email = page.getByLabel(/^Adresse e-mail/);
      await email.fill(`nouvelle-${address}`);
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
      await expect(email).toHaveValue(`nouvelle-${address}`);
      await proof(page).fill(PASSWORD);
      await confirm(page).click();
      await expect(page.getByText("Les coordonnées sont enregistrées.")).toBeVisible();
      await expect(confirm(page)).toHaveCount(0);
      const mail = await mailTo(request, address, /^L’adresse e-mail de votre identifiant a changé/);
      expect(mail.text).not.toContain(`nouvelle-${address}`);
    });

    test("attaching an identifier asks for one's own password too; both addresses are told, and everything is detached again", async ({
      page,
      request,
    }) => {
      const { other_administrator: other } = world.visitors;
      await signInLongAgo(page);
      await page.goto("/profile/companies");
      await page.getByLabel("Identifiant", { exact: true }).fill(other.identifier);
      await proof(page).fill(PASSWORD);
      await page.getByRole("button", { name: "Rattacher" }).click();
      await expect(confirm(page)).toBeVisible();
      await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue(other.identifier);
      await expect(proof(page)).toHaveCount(1);
      await proof(page).fill(PASSWORD);
      await confirm(page).click();
      await expect(page.getByText(/est dans votre liste, chez Express-Colis/)).toBeVisible();
      await mailTo(request, address, /^Un identifiant est rattaché au vôtre/);
      const mail = await mailTo(request, `autre-${address}`, /^Un identifiant est rattaché au vôtre/);
      expect(mail.text).toContain(world.visitors.administrator.identifier);

      await page.goto("/profile/security");
      await page.getByLabel(/^Détacher aussi tous les identifiants rattachés/).check();
      await page.getByRole("button", { name: "Fermer toutes les autres sessions" }).click();
      await expect(page.getByText("Un identifiant est détaché.")).toBeVisible();
      await mailTo(request, `autre-${address}`, /^Un identifiant n’est plus rattaché au vôtre/);
    });
  });
}
