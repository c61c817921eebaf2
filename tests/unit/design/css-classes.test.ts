import { readFileSync } from "node:fs";
import { compile } from "tailwindcss";
import { expect, test } from "vitest";
import { readClassNames } from "./read-class-names";
import { classesOf, readSelectors } from "./read-style-sheets";

const SHORTEST = 4;
/** Set by pdf.js on the elements that it adds to the page. */
const OF_LIBRARIES = ["hiddenCanvasElement"];

const POSITION = String.raw`:(?:nth-|first-|last-|only-)`;
const CELL = String.raw`(?:\bt[dh]|\btr ?> ?[^ ,>]*|:is\([^)]*\bt[dh]\b[^)]*\))`;
const POSITIONED_CELL = new RegExp(`${CELL}[^ ,>]*${POSITION}`);

const selectors = readSelectors();
const used = readClassNames();

test("every class of the style sheets has a full name", () => {
  const short = selectors.flatMap((selector) =>
    classesOf(selector)
      .filter((name) => name.replaceAll("-", "").length < SHORTEST)
      .map((name) => `${selector.file}: .${name}`),
  );
  expect(short).toEqual([]);
});

test("no style sheet selects the columns of a table by their position", () => {
  expect(selectors.filter(({ text }) => POSITIONED_CELL.test(text))).toEqual([]);
});

test("every class of the style sheets is used", () => {
  const names = new Set([...used.map(({ name }) => name), ...OF_LIBRARIES]);
  const unused = selectors.flatMap((selector) =>
    classesOf(selector)
      .filter((name) => !names.has(name))
      .map((name) => `${selector.file}: .${name}`),
  );
  expect(unused).toEqual([]);
});

test("every class that is used is one of ours or of Tailwind's", async () => {
  const ownClasses = new Set(selectors.flatMap(classesOf));
  const { build } = await compile(`${readFileSync("components/ui/theme.css", "utf8")}\n@tailwind utilities;`);
  let known = build([]);
  const isUtility = (name: string) => {
    const before = known;
    known = build([name]);
    return known !== before;
  };
  const names = new Map(used.map(({ name, file }) => [name, file]));
  const unknown = [...names].filter(
    ([name]) => !ownClasses.has(name) && name !== "group" && !isUtility(name),
  );
  expect(unknown).toEqual([]);
});
