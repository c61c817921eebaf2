import { z } from "zod";

/** The maximum size of a form's body; Next refuses a larger one with the same limit. */
const MAX_BYTES = 1_048_576;

/** The names of fields that hold nothing secret in any form: only their texts are kept. */
export const KEPT_NAMES: ReadonlySet<string> = new Set([
  "access",
  "addresses",
  "email",
  "identifier",
  "message",
  "name",
  "preference",
]);

export interface PostedForm {
  /** The actions that the form is for. */
  actionIds: string[];
  /** What was typed, by the name of the field; no passwords. */
  typed: Record<string, string>;
}

/**
 * Reads a form as React posts it, with scripts (`Next-Action`, fields numbered by argument) and without (`$ACTION_…`). A
 * body that is too large, of unknown length or of another type has no fields.
 */
export async function readPostedForm(request: Request): Promise<PostedForm> {
  const fields = await fieldsOf(request);
  const named = request.headers.get("next-action");
  const actionIds = named === null ? fields.flatMap(([name, value]) => actionIn(name, value)) : [named];
  const typed = fields
    .map(([name, value]): [string, string] => [name.replace(/^_\d{1,3}_/, ""), value])
    .filter(([name, value]) => KEPT_NAMES.has(name) && value !== "");
  return { actionIds, typed: Object.fromEntries(typed) };
}

async function fieldsOf(request: Request): Promise<[string, string][]> {
  const length = Number(request.headers.get("content-length") ?? Infinity);
  const type = request.headers.get("content-type") ?? "";
  if (length > MAX_BYTES || !type.startsWith("multipart/form-data")) return [];
  try {
    const form = await request.clone().formData();
    return [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  } catch {
    return [];
  }
}

const boundAction = z.object({ id: z.string() });

function actionIn(name: string, value: string): string[] {
  if (name.startsWith("$ACTION_ID_")) return [name.slice("$ACTION_ID_".length)];
  if (!/^\$ACTION_\d{1,9}:0$/.test(name)) return [];
  try {
    return [boundAction.parse(JSON.parse(value)).id];
  } catch {
    return [];
  }
}
