import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs|mts)$/.test(file) && existsSync(file));
const source = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const inside = (folder: string) => files.filter((file) => file.startsWith(`${folder}/`));

/** What a file imports: packages as they are, files of the project as paths without extension. */
function importsOf(file: string): string[] {
  const text = source.get(file) ?? "";
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\s(?!type\b)[^"';]*?from\s+"([^"]+)"/gm),
    ...text.matchAll(/^\s*import\s+"([^"]+)"/gm),
    ...text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g),
  ].map((match) => match[1] ?? "");
  return specifiers.map((specifier) => {
    if (specifier.startsWith("@/")) return specifier.slice(2);
    if (specifier.startsWith(".")) return relative(".", join(dirname(file), specifier));
    return specifier;
  });
}

const importers = (folder: string, isForbidden: (imported: string, file: string) => boolean) =>
  inside(folder).flatMap((file) =>
    importsOf(file)
      .filter((imported) => isForbidden(imported, file))
      .map((imported) => `${file} imports ${imported}`),
  );

const isIn = (path: string, ...folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const isOurs = (path: string) =>
  isIn(path, "app", "components", "lib", "db", "emails", "scripts", "tests", "messages");

/** Choices without any code, which columns, forms and pages share. */
const PURE_LISTS = ["lib/languages", "lib/month-settings", "lib/preferences", "lib/roles"];
/** Numbers of rules that sentences tell; nothing of these reaches the database. */
const RULES = [
  "lib/invoices/saved-filters/saved-filter",
  "lib/number-in-words",
  "lib/requests/message-length",
  "lib/tokens/life-spans",
  "lib/password-rule",
  "lib/session-lifetime",
];

describe("the layers", () => {
  it("let pages import components and lib only", () => {
    expect(importers("app", (path) => isOurs(path) && !isIn(path, "app", "components", "lib"))).toEqual([]);
  });

  it("let components import components, money, dates, languages and the numbers of rules only", () => {
    const allowed = [
      "components",
      "lib/money",
      "lib/dates",
      "messages/error-page.json",
      ...PURE_LISTS,
      ...RULES,
    ];
    expect(importers("components", (path) => isOurs(path) && !isIn(path, ...allowed))).toEqual([]);
  });

  it("let lib import db, emails, messages and lib only", () => {
    expect(
      importers("lib", (path) => isOurs(path) && !isIn(path, "lib", "db", "emails", "messages")),
    ).toEqual([]);
  });

  it("let db import the settings and lists of choices alone", () => {
    expect(
      importers(
        "db",
        (path, file) =>
          isOurs(path) && !isIn(path, "db", "lib/env", ...PURE_LISTS) && !file.startsWith("db/embedded/"),
      ),
    ).toEqual([]);
  });

  it("keep the database driver and its builder behind lib", () => {
    const isDriver = (path: string) => /^(drizzle-orm|postgres)(\/|$)/.test(path) || isIn(path, "db");
    expect([
      ...importers("app", isDriver),
      ...importers("components", isDriver),
      ...importers("emails", isDriver),
    ]).toEqual([]);
  });

  it("have no cycles", () => {
    expect(findCycles()).toEqual([]);
  });
});

describe("the files", () => {
  it("read the environment in lib/env.ts alone, scripts and tool settings excepted", () => {
    const readers = files.filter(
      (file) =>
        /process\.env/.test(source.get(file) ?? "") &&
        !/^(lib\/env\.ts|scripts\/|tests\/|db\/embedded\/|instrumentation\.ts|[\w-]+\.config\.m?ts)/.test(
          file,
        ),
    );
    expect(readers).toEqual([]);
  });

  it("are named in kebab-case after what they do", () => {
    const vague = /^(utils?|helpers?|common|misc|types|index|.*-?manager|handle-?.*)$/;
    const names = files.map((file) =>
      basename(file).replace(/(\.config|\.test|\.spec|\.d)?\.(tsx?|mjs|mts)$/, ""),
    );
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || vague.test(name))).toEqual([]);
    expect(
      files.filter((file) =>
        dirname(file)
          .split("/")
          .some((folder) => /^(utils?|helpers?|common|misc)$/.test(folder)),
      ),
    ).toEqual([]);
  });

  it("have 250 lines at most", () => {
    const long = files
      .map((file) => [file, (source.get(file) ?? "").split("\n").length] as const)
      .filter(([, lines]) => lines > 251);
    expect(long).toEqual([]);
  });

  it("silence neither the compiler nor the linter, and skip no test", () => {
    const silenced =
      /@ts-(ignore|expect-error|nocheck)|eslint-disable|\bas any\b|: any\b|\.(skip|only|todo)\(|vi\.mock\(/;
    expect(
      files.filter(
        (file) => file !== "tests/unit/architecture.test.ts" && silenced.test(source.get(file) ?? ""),
      ),
    ).toEqual([]);
  });
});

describe("the versions", () => {
  const locked = JSON.parse(readFileSync("package-lock.json", "utf8")).packages as Record<
    string,
    { version: string }
  >;
  const version = (name: string) => locked[`node_modules/${name}`]?.version ?? "0";
  const isAtLeast = (found: string, floor: string) =>
    found
      .split(/[.-]/)
      .map(Number)
      .reduce((order, part, at) => order || part - Number(floor.split(".")[at] ?? 0), 0) >= 0;

  it.each([
    ["next", "16.4.5"],
    ["react", "19.3.1"],
    ["react-dom", "19.3.1"],
    ["drizzle-orm", "0.45.2"],
  ])("of %s are %s or newer, where known holes are closed", (name, floor) => {
    expect(isAtLeast(version(name), floor), `${name} ${version(name)}`).toBe(true);
  });

  it("of next-auth are pinned to the one that was tried", () => {
    expect(version("next-auth")).toBe("5.0.0-beta.32");
    expect(JSON.parse(readFileSync("package.json", "utf8")).dependencies["next-auth"]).toBe("5.0.0-beta.32");
  });
});

function findCycles(): string[] {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .map(resolveFile)
        .filter((path) => path !== null),
    ]),
  );
  const state = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open")
      return void cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    state.set(file, "open");
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  return cycles;
}

function resolveFile(path: string): string | null {
  return (
    [path, `${path}.ts`, `${path}.tsx`, `${path}.mts`, path.replace(/\.mjs$/, ".d.mts")].find((name) =>
      source.has(name),
    ) ?? null
  );
}
