import { readFileSync } from "node:fs";

const FOLDER = new URL("../fixtures/field/", import.meta.url);

/** A file of tests/fixtures/field, unchanged. */
export function fieldFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}
