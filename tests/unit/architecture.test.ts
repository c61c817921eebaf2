import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs|mts)$/.test(file) && existsSync(file));
const source = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

describe("the files", () => {
  it("read environment variables only in lib/env.ts, in scripts and in settings of tools", () => {
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
      basename(file)
        .replace(/^\./, "")
        .replace(/(\.config|\.test|\.spec|\.d)?\.(tsx?|mjs|mts)$/, ""),
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

  it("switch off no check of the compiler or linter, and skip no test", () => {
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
  ])("of %s are %s or newer, because older ones have known vulnerabilities", (name, floor) => {
    expect(isAtLeast(version(name), floor), `${name} ${version(name)}`).toBe(true);
  });

  it("of next-auth are pinned to the one that was tested", () => {
    expect(version("next-auth")).toBe("5.0.0-beta.32");
    expect(JSON.parse(readFileSync("package.json", "utf8")).dependencies["next-auth"]).toBe("5.0.0-beta.32");
  });
});
