import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import regexp from "eslint-plugin-regexp";
import importSort from "eslint-plugin-simple-import-sort";

const config = [
  { ignores: [".next/**", ".data/**", "node_modules/**", "db/migrations/**", "next-env.d.ts"] },
  ...next,
  ...typescript,
  {
    plugins: { "import-sort": importSort },
    rules: {
      // Packages, then "@/…", then "./…": one block, each part in alphabetical order.
      "import-sort/imports": ["error", { groups: [["^\\u0000", "^node:", "^@?\\w", "^@/", "^\\."]] }],
      "import-sort/exports": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/array-type": ["error", { default: "array" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": ["error"],
      "no-restricted-globals": [
        "error",
        { name: "parseFloat", message: "Amounts are integer minor units: lib/money." },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  // Regular expressions that are applied to text from outside must run in linear time (docs/security.md, T31).
  {
    files: ["app/**", "components/**", "db/**", "emails/**", "lib/**", "scripts/deposit/**", "proxy.ts"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignoreSticky: false }],
    },
  },
  {
    files: ["emails/**"],
    ignores: ["emails/safe-link.tsx"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@react-email/components",
              importNames: ["Button", "Link"],
              message: "Their href accepts any string; use emails/safe-link.tsx.",
            },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXOpeningElement[name.name='a']",
          message: "Its href accepts any string; use emails/safe-link.tsx.",
        },
      ],
    },
  },
  {
    files: ["app/**/*.tsx", "components/**/*.tsx"],
    ignores: [
      "components/ui/form.tsx",
      "components/ui/answered-form-state.tsx",
      "components/second-factor/screen-lock.tsx",
    ],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "JSXOpeningElement[name.name='form']:has(JSXAttribute[name.name='action'] > JSXExpressionContainer):not(:has(JSXAttribute[name.name='method']))",
          message: "A form that posts needs an id, so that it may be sent twice; use components/ui/form.tsx.",
        },
      ],
    },
  },
  // next/image has nothing to do in mails, and nothing for logos: the portal makes them small itself.
  {
    files: [
      "emails/**",
      "tests/unit/emails/**",
      "tests/unit/mails/**",
      "components/shell/brand-mark.tsx",
      "components/console/settings/logo-form.tsx",
    ],
    rules: { "@next/next/no-img-element": "off" },
  },
  { files: ["scripts/**", "tests/**", "db/embedded/**"], rules: { "no-console": "off" } },
];

export default config;
