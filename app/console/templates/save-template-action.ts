"use server";

import { say } from "@/lib/actions/answer";
import { provenSupplierStaffAction } from "@/lib/actions/wrappers";
import { previewTemplate } from "@/lib/requests/preview-template";
import { saveTemplate } from "@/lib/requests/save-template";
import { templateFields, textsOf } from "./template-fields";

/**
 * Saves a template, or adds one when the bound id is "new"; step `preview` shows it with sample values. After a refusal
 * or a preview, the form is shown again in the same place with the typed entries. No proof is needed.
 */
export const saveTemplateAction = provenSupplierStaffAction(
  templateFields,
  async ({ viewer }, typed, id: string) => {
    const { title, step } = typed;
    const texts = textsOf(typed);
    if (step === "preview") return { toConfirm: { preview: await previewTemplate(viewer, texts) } };
    const saved = await saveTemplate(viewer, id === "new" ? null : id, { title, texts });
    if (!saved.ok) return { toConfirm: { problem: saved.reason, placeholder: saved.placeholder ?? "" } };
    const page = `/console/templates/${saved.id}`;
    return say(page, { done: "saved" });
  },
  () => null,
);
