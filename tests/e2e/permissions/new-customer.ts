import { randomUUID } from "node:crypto";
import { demo } from "@/tests/support/demo";
import { depositFile } from "@/tests/support/deposit-file";
import { fieldFile } from "@/tests/support/field-file";
import { builtActions } from "./built-portal";
import { postAction } from "./post-action";
import type { PortalWorld } from "./visitors";

const SUPPLIER = "mobilize-lease";
const PREFIX = "PERM-";

/** Values for the fields and the path of an action. */
export type Prepared = Record<string, string>;

/** Adds a customer of the visitors' supplier with one invoice, and an administrator who has not activated yet. */
export async function addCustomer({ sql }: PortalWorld): Promise<Prepared> {
  const customerNumber = `${PREFIX}${randomUUID().slice(0, 13)}`;
  const email = `${customerNumber.toLowerCase()}@essai.example`;
  const response = await fetch(`${process.env.E2E_URL}/api/v1/accounts/${customerNumber}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${demo().supplierKeys[SUPPLIER]}`, "content-type": "application/json" },
    body: JSON.stringify({ companyName: `Essai ${customerNumber} SARL`, email, preference: "none" }),
  });
  if (!response.ok) throw new Error(`The customer was refused: ${await response.text()}`);
  const number = `N-${customerNumber}`;
  const xml = Buffer.from(fieldFile("ubl-with-embedded-pdf.xml"))
    .toString()
    .replace("FIELD-EMB", number)
    .replace("2026-11-20", "2026-10-20");
  const invoice = await depositFile(
    { customerNumber, supplier: SUPPLIER },
    { bytes: Buffer.from(xml), fileName: "facture.xml" },
  );
  const [found] = await sql<{ customer: string; person: string }[]>`
    select a.id as customer, u.id as person from accounts a join users u on u.account_id = a.id
    where a.customer_number = ${customerNumber}`;
  if (!found) throw new Error("The customer has no administrator.");
  return { ...found, invoice, number, email };
}

/** The fields of an immediate change of address, with every warning confirmed. */
export const CHANGE_OF_ADDRESS = {
  email: "nouvelle-{email}",
  previewed: "nouvelle-{email}",
  asked: "Camille",
  effective: "now",
  step: "save",
  ...{ sure_no_mail_server: "yes", sure_near_miss: "yes", sure_free_mailbox: "yes", sure_new_domain: "yes" },
};

/** Adds a customer whose address a manager has just changed; `change` names the change. */
export async function addChangedCustomer(world: PortalWorld): Promise<Prepared> {
  const added = await addCustomer(world);
  const action = builtActions().find(({ name }) => name.endsWith("#changeAddressAction"));
  if (!action) throw new Error("There is no action to change an address.");
  const { customer = "", email = "" } = added;
  const fields = Object.entries(CHANGE_OF_ADDRESS).map(([name, value]) => [
    name,
    value.replace("{email}", email),
  ]);
  const form = {
    action,
    path: `/console/accounts/${customer}`,
    fields: Object.fromEntries(fields),
    isBound: true,
    writtenFor: "manager" as const,
  };
  const portal = process.env.E2E_URL ?? "";
  await postAction(world, form, world.visitors.manager, { origin: { origin: portal }, how: "form", portal });
  const [change] = await world.sql<{ id: string }[]>`
    select group_id as id from address_changes where account_id = ${customer}`;
  if (!change) throw new Error("The address was not changed.");
  return { ...added, change: change.id };
}

/** Uploads a file with one new customer as the manager; its import can be applied. */
export async function addImportToApply(world: PortalWorld): Promise<Prepared> {
  const { visitors } = world;
  await removeImports(world);
  const name = `${PREFIX}${randomUUID().slice(0, 13)}`;
  const form = new FormData();
  form.set("file", new Blob([`Code tiers;Nom\n${name};Essai ${name} SARL\n`]), "clients.csv");
  const response = await fetch(`${process.env.E2E_URL}/console/accounts/import/file?form=${randomUUID()}`, {
    method: "POST",
    redirect: "manual",
    headers: { ...visitors.manager.headers, origin: process.env.E2E_URL ?? "" },
    body: form,
  });
  return { import: response.headers.get("location")?.split("/").at(-1) ?? "" };
}

/** Adds an import that is being applied, by a process that does nothing any more. */
export async function addImportToUndo(world: PortalWorld): Promise<Prepared> {
  const added = await addImportToApply(world);
  await world.sql`
    update account_imports set state = 'applying', applying_at = now(), worked_until = now() + interval '1 day'
    where id = ${added.import ?? ""}`;
  return added;
}

/** Removes the imports that visitors of this world began, because a supplier may have only five unfinished imports. */
export const removeImports = ({ sql, visitors: { adviser, manager }, imported }: PortalWorld) =>
  sql`
    delete from account_imports
    where user_id = any (${[adviser.userId, manager.userId]}) and id <> ${imported.id}`;

/** Closes the added customers, so that the lists of the console are not longer for other tests. */
export const closeCustomers = ({ sql }: PortalWorld) =>
  sql`update accounts set state = 'closed' where customer_number like ${`${PREFIX}%`}`;
