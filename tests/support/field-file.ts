import { readFileSync } from "node:fs";

const FOLDER = new URL("../fixtures/field/", import.meta.url);

/** A real invoice file, from tests/fixtures/field. */
export function fieldFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}
