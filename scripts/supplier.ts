import { parseArgs } from "node:util";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/languages";
import { percentOf } from "@/lib/mails/sending-limits";
import { changeSupplier } from "@/lib/operators/change-supplier";
import { createSupplier, type NewSupplierFault } from "@/lib/operators/create-supplier";
import { listSuppliersForOperator } from "@/lib/operators/list-suppliers";
import type { SupplierChange } from "@/lib/operators/supplier-changes";

/* `npm run supplier -- COMMAND`: what an operator does on /console/suppliers, from the command line. */
const USAGE = `Usage: npm run supplier -- create --slug SLUG --name NAME --contact ADDRESS --manager ADDRESS --manager-name NAME [--locale fr|en]
       npm run supplier -- suspend SLUG
       npm run supplier -- resume SLUG
       npm run supplier -- resume-mails SLUG
       npm run supplier -- list`;

const FAULTS: Record<NewSupplierFault, string> = {
  slug_invalid: "A slug has at most 63 lower-case letters, digits and hyphens between them.",
  slug_reserved: "The portal itself uses this word as a path.",
  slug_taken: "Another supplier has this slug.",
  supplier_name_missing: "The supplier's name is missing.",
  supplier_name_too_long: "The supplier's name is too long.",
  contact_invalid: "The contact is not a mail address.",
  name_missing: "The manager's name is missing.",
  name_invalid: "A name has at most 80 characters and contains no address and no link.",
  email_invalid: "The manager's address is not a mail address.",
};

const CHANGES: Readonly<Record<string, SupplierChange>> = {
  suspend: "suspend",
  resume: "resume",
  "resume-mails": "resume_mails",
};

const { command = "", slug, options } = readArguments();
const change = CHANGES[command];
if (command === "create") await create();
else if (command === "list") await list();
else if (change && slug) await apply(change, slug);
else fail(USAGE);

function readArguments() {
  const text = { type: "string" } as const;
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { slug: text, name: text, contact: text, manager: text, "manager-name": text, locale: text },
    });
    return { command: positionals[0], slug: positionals[1], options: values };
  } catch {
    return { command: undefined, slug: undefined, options: {} };
  }
}

async function create(): Promise<void> {
  const { slug: wanted = "", name = "", contact = "", manager = "" } = options;
  const created = await createSupplier("command_line", {
    slug: wanted,
    name,
    contactEmail: contact,
    managerName: options["manager-name"] ?? "",
    managerEmail: manager,
    locale: LOCALES.find((one) => one === options.locale) ?? DEFAULT_LOCALE,
  });
  if (created.ok) {
    console.log(
      `Created /${created.slug}. Its first manager is ${created.managerIdentifier}: the mail with the link leaves with ` +
        "the next run of the background work (`npm run jobs` sends it now).",
    );
    return;
  }
  if (created.reason !== "invalid") return fail("This cannot be done now.");
  for (const problem of created.problems) fail(FAULTS[problem]);
  fail(USAGE);
}

async function apply(wanted: SupplierChange, of: string): Promise<void> {
  const found = (await listSuppliersForOperator({ kind: "job" })).find((one) => one.slug === of);
  const changed = found && (await changeSupplier("command_line", found.id, wanted));
  if (!changed?.ok) return fail(`There is no supplier ${of}.`);
  console.log(changed.isNew ? `Done: ${command} ${of}.` : "Nothing to do: it is so already.");
}

async function list(): Promise<void> {
  for (const one of await listSuppliersForOperator({ kind: "job" })) {
    const { sent, bounced, complained } = one.rates;
    const facts = [
      one.suspendedAt ? `suspended since ${one.suspendedAt.toISOString()}` : "works",
      one.lastDepositOn ? `last deposit ${one.lastDepositOn}` : "no deposit yet",
      `${sent} mails in 24 h, ${percentOf(bounced, sent).toFixed(2)} % bounced, ${percentOf(complained, sent).toFixed(2)} % complained of`,
      ...(one.pause ? [`mails paused since ${one.pause.since.toISOString()} (${one.pause.cause})`] : []),
      ...(one.held > 0 ? [`${one.held} mails held`] : []),
      ...(one.awaitsFirstManager ? ["no manager has signed in yet"] : []),
    ];
    console.log(`${one.slug}  ${one.name}: ${facts.join("; ")}`);
  }
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}
