import { describe, expect, it } from "vitest";
import { actionWrappers, unwrappedActions, writtenActions } from "@/tests/support/written-actions";

describe("the server actions", () => {
  it("are all made by a wrapper, and their files export nothing else", () => {
    expect(unwrappedActions()).toEqual([]);
    const written = writtenActions();
    const wrappers = actionWrappers();
    expect(written.size).toBeGreaterThanOrEqual(28);
    for (const [name, wrapper] of written) expect(wrappers, name).toContain(wrapper);
  });

  it("are named after what they do, one action per file", () => {
    const names = [...writtenActions().keys()].map((name) => name.split("#"));
    for (const [file = "", name = ""] of names) {
      const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(file, name).toMatch(/-action\.tsx?$/);
      expect(kebab).toMatch(/-action$/);
    }
    expect(new Set(names.map(([file]) => file)).size).toBe(names.length);
  });
});
