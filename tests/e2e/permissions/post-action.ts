import { unescapeAttribute } from "@/tests/support/unescape-attribute";
import type { BuiltAction } from "./built-portal";
import type { PortalWorld, Visitor, VisitorKind } from "./visitors";

/** A form to post; `ClassifiedAction` explains the members. */
export interface PostedForm {
  path: string;
  fields: Record<string, string>;
  isBound?: boolean;
  writtenFor?: VisitorKind;
}

const forms = new Map<string, Promise<[string, string][]>>();

/** Posts the form of an action like a browser without JavaScript (`form`), or like React (`script`). */
export async function postAction(
  world: PortalWorld,
  { action, path, fields: typed, isBound, writtenFor }: PostedForm & { action: BuiltAction },
  visitor: Visitor,
  { origin, how, portal }: { origin: Record<string, string>; how: "form" | "script"; portal: string },
): Promise<Response> {
  const form = new FormData();
  const bound = isBound ? await sealedFields(world, action, path, writtenFor) : null;
  const fields = Object.entries(typed).map(([name, value]) => [
    name,
    value.replaceAll("{me}", visitor.identifier || visitor.kind).replaceAll("{myId}", visitor.userId ?? ""),
  ]);
  if (how === "form") {
    if (bound) for (const [name, value] of bound) form.append(name, value);
    else form.append(`$ACTION_ID_${action.id}`, "");
    for (const [name = "", value = ""] of fields) form.append(name, value);
  } else {
    for (const [name = "", value = ""] of fields) form.append(`_1_${name}`, value);
    form.append("0", '["$K1"]');
  }
  const headers: Record<string, string> = { ...visitor.headers, ...origin };
  if (how === "script") headers["next-action"] = action.id;
  return fetch(portal + path, { method: "POST", body: form, headers, redirect: "manual" });
}

/** The hidden fields of the action's form, with the values that the server encrypted for this visitor; read once. */
function sealedFields(
  { visitors }: PortalWorld,
  action: BuiltAction,
  path: string,
  writtenFor: VisitorKind = "anonymous",
): Promise<[string, string][]> {
  const { headers, userId } = visitors[writtenFor];
  const form = `${action.id} ${path} ${userId}`;
  const fields = forms.get(form) ?? readSealedFields(action, path, headers);
  forms.set(form, fields);
  return fields;
}

async function readSealedFields(
  action: BuiltAction,
  path: string,
  headers: Record<string, string>,
): Promise<[string, string][]> {
  const html = await (await fetch(`${process.env.E2E_URL}${path}`, { headers })).text();
  const forms = html.match(/<form\b.*?<\/form>/gs) ?? [];
  const actionForm = forms.find((one) => one.includes(action.id)) ?? "";
  const inputs = [
    ...actionForm.matchAll(/<input type="hidden" name="(\$ACTION_[^"]+)"(?: value="([^"]*)")?/g),
  ];
  return inputs
    .map(([, name = "", value = ""]): [string, string] => [name, unescapeAttribute(value)])
    .filter(([name]) => !name.startsWith("$ACTION_ID_"));
}
