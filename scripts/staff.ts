import { parseArgs } from "node:util";
import { STAFF_ROLES } from "@/lib/roles";
import { resetFactorFromCommandLine } from "@/lib/second-factor/reset-second-factor";
import {
  type InvitedFromCommandLine,
  inviteFromCommandLine,
} from "@/lib/users/staff/invite-from-command-line";

/*
 * `npm run staff -- COMMAND`: invites staff and operators, above all a supplier's first manager, and resets the second
 * factor of a user who has no manager or operator who can reset it.
 */
const USAGE = `Usage: npm run staff -- invite --supplier SLUG --role adviser|manager --email ADDRESS [--name NAME]
       npm run staff -- invite --role operator --email ADDRESS [--name NAME]
       npm run staff -- reset-second-factor IDENTIFIER`;

const REFUSALS: Record<Extract<InvitedFromCommandLine, { ok: false }>["reason"], string> = {
  unknown_supplier: "No supplier has this slug.",
  role: "An operator belongs to no supplier; an adviser or a manager belongs to one (--supplier).",
  email_invalid: "This is not a mail address.",
  name_missing: "The name is missing.",
  name_invalid: "A name has at most 80 characters and contains no address and no link.",
  already_staff: "Somebody of this staff already has this address.",
  deactivated: "Somebody of this staff has this address and is deactivated: a manager restores the access.",
  too_many_staff: "This staff is full.",
};

const { command, identifier, options } = readArguments();
if (command === "invite") await invite();
else if (command === "reset-second-factor" && identifier) await resetSecondFactor(identifier);
else fail(USAGE);

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        supplier: { type: "string" },
        role: { type: "string" },
        email: { type: "string" },
        name: { type: "string" },
      },
    });
    return { command: positionals[0], identifier: positionals[1], options: values };
  } catch {
    return { command: undefined, identifier: undefined, options: {} };
  }
}

async function invite(): Promise<void> {
  const { supplier = null, email, name = "" } = options;
  const role = STAFF_ROLES.find((one) => one === options.role);
  if (!role || !email) return fail(USAGE);
  const invited = await inviteFromCommandLine({ supplier, role, email, name });
  if (!invited.ok) return fail(REFUSALS[invited.reason]);
  console.log(
    `${invited.isAgain ? "Invited again" : "Invited"}: the identifier is ${invited.identifier}. ` +
      "The mail with the link leaves with the next run of the background work (`npm run jobs` sends it now).",
  );
}

async function resetSecondFactor(of: string): Promise<void> {
  const reset = await resetFactorFromCommandLine(of);
  if (reset.ok) console.log(`${of} signs in with the password alone, then enrols again. Sessions ended.`);
  else fail(`${of} is no user, or has no second factor.`);
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}
