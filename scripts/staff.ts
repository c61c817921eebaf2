import { resetFactorFromCommandLine } from "@/lib/second-factor/reset-second-factor";

/**
 * `npm run staff -- reset-second-factor IDENTIFIER`: for a user who lost the second factor and has no manager or
 * operator who can reset it.
 */
const [command, identifier] = process.argv.slice(2);
if (command !== "reset-second-factor" || !identifier) {
  console.error("Usage: npm run staff -- reset-second-factor IDENTIFIER");
  process.exit(1);
}
const reset = await resetFactorFromCommandLine(identifier);
if (reset.ok)
  console.log(`${identifier} signs in with the password alone, then enrols again. Sessions ended.`);
else {
  console.error(`${identifier} is no user, or has no second factor.`);
  process.exitCode = 1;
}
