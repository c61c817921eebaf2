import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
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
  { files: ["scripts/**", "tests/**", "db/embedded/**"], rules: { "no-console": "off" } },
];

export default config;
