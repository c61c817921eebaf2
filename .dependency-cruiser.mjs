import { readFileSync } from "node:fs";

/*
 * Who may import whom (docs/decisions/0022-floors.md). lib/floors.json lists the floors of lib from the ground up: a
 * folder imports from the floors below it, never from its own floor or from above. Type imports count like all others.
 */

const floors = JSON.parse(readFileSync(new URL("lib/floors.json", import.meta.url), "utf8")).map(Object.keys);

/** Lists of choices and words, and lengths of columns, without rules, which columns, forms, pages and mails share. */
const CHOICES =
  "access-changes|alert-conditions|audit-choices|key-scopes|languages|language-formats|month-settings|preferences|request-choices|roles|share-limits|taking-choices|trade-words";

/** Files with numbers of rules, such as limits, that texts mention. None of them uses the database. */
const RULE_NUMBERS = [
  "accounts/address-change/change-limits",
  "accounts/one/notes/note-length",
  "durations",
  "health/health-rules",
  "invoices/register/page-size",
  "invoices/saved-filters/saved-filter",
  "mails/first-activation-turns",
  "mails/sending-limits",
  "number-in-words",
  "operators/supplier-limits",
  "password-rule",
  "requests/request-limits",
  "retention/unread-days",
  "scheduled-jobs",
  "session-lifetime",
  "settings/settings-limits",
  "tokens/life-spans",
  "users/staff/staff-numbers",
].join("|");

const insideFolders = (names) => `^lib/(${names.join("|")})/`;

/** URLs, choices and pure rules of the console's lists and forms, which components share with the routes. */
const CONSOLE_LISTS = [
  "accounts/bulk/bulk-action",
  "accounts/lists/account-facts",
  "accounts/lists/account-list",
  "accounts/lists/account-query",
  "accounts/search/found-account",
  "accounts/search/matched-part",
  "deposits/deposit-filter",
  "operators/mail-choices",
  "operators/supplier-changes",
  "settings/field-names",
  "suppliers/accent",
  "users/staff/staff-changes",
].join("|");

/** The rule of each floor: what its folders must not import. */
const floorRules = floors.map((names, index) => ({
  name: `floor-${index + 1}`,
  comment: "A folder of lib imports only from the floors below it (lib/floors.json).",
  severity: "error",
  from: { path: `^lib/(${names.join("|")})/` },
  // `$1` is the importing folder itself: inside it everything is free.
  to: { path: insideFolders(floors.slice(index).flat()), pathNot: "^lib/$1/" },
}));

/** The folders of the project besides lib. */
const only = (from, allowed, comment, dependencyTypesNot = []) => ({
  name: `${from}-imports`,
  comment,
  severity: "error",
  from: { path: `^${from}/` },
  to: {
    path: "^(app|components|lib|db|emails|messages|scripts|tests)/",
    pathNot: allowed,
    dependencyTypesNot,
  },
});

const config = {
  forbidden: [
    ...floorRules,
    {
      name: "ground-of-lib",
      comment: "The files directly in lib stand below every floor.",
      severity: "error",
      from: { path: "^lib/[^/]+$" },
      to: { path: "^lib/[^/]+/" },
    },
    {
      name: "floor-of-every-folder",
      comment: "A new folder of lib needs its floor in lib/floors.json.",
      severity: "error",
      from: {},
      to: { path: "^lib/[^/]+/", pathNot: insideFolders(floors.flat()) },
    },
    only("app", "^(app|components|lib)/", "Routes call lib and show the result with components."),
    // Types are free: components take lib's read models.
    only(
      "components",
      `^(components/|messages/error-page\\.json$|lib/(money|dates|contact-hours|file-size|logo|mail-address|written-identifiers|country-name|form-id|proof-field|answer-in-page|${CHOICES}|${RULE_NUMBERS}|${CONSOLE_LISTS})\\.ts$)`,
      "Components get data as props. From lib they import only formats, choices, numbers of rules and names of form fields.",
      ["type-only"],
    ),
    only("lib", "^(lib|db|emails|messages)/", "lib imports no page and no script."),
    only(
      "db",
      `^(db/|lib/(env|database-address|invisible-text|${CHOICES})\\.ts$)`,
      "The database layer imports only the settings and the choices.",
    ),
    only(
      "emails",
      `^(emails/|messages/|lib/(money|dates|file-size|mail-address|payment-means|${CHOICES})\\.ts$)`,
      "Templates are pure functions of props.",
    ),
    ...[
      ["(writing|transports)", "(kinds|deliveries|outbox)"],
      ["kinds", "(transports|deliveries|outbox)"],
      ["deliveries", "outbox"],
    ].map(([folder, above]) => ({
      name: `folders-of-mails-${above}`,
      comment: "A folder of lib/mails does not import the folders that build on it.",
      severity: "error",
      from: { path: `^lib/mails/${folder}/` },
      to: { path: `^lib/mails/${above}/` },
    })),
    {
      name: "database-behind-lib",
      comment: "Only lib, db, scripts and tests access the database.",
      severity: "error",
      from: { path: "^(app|components|emails|proxy\\.ts|instrumentation\\.ts)" },
      to: { path: "(^db/|node_modules/(drizzle-orm|postgres)/)" },
    },
    {
      name: "no-circle-of-files",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-circle-of-folders",
      severity: "error",
      scope: "folder",
      from: { path: "^((lib|components)/.+|(db|emails)/.+)" },
      // Here the folder `lib` means all of lib. The rule `db-imports` lists the files of lib that db may import.
      to: { circular: true, pathNot: "^lib$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data|public|test-results|playwright-report)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types"] },
    metrics: true,
  },
};

export default config;
