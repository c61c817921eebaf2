"use client";

import { ConsequenceList } from "@/components/console/consequence-list";
import { useFormAgain } from "@/components/ui/form-again-context";
import { Note } from "@/components/ui/note";
import { type ChangeToConfirm, OTHER_FIELDS, WARNING_FIELDS } from "./change-to-confirm";

interface ConfirmChangeProps {
  /** The prefix of the ids of the form's fields. */
  id: string;
  words: { title: string; others: string; warnings: string };
}

const RESENT_FIELDS: readonly string[] = [
  "step",
  "previewed",
  ...OTHER_FIELDS,
  ...Object.values(WARNING_FIELDS),
];

/**
 * The preview of the change: its consequences, the further accounts (all ticked at first), and the possible errors in
 * the address. When the form asks for a proof, the ticked values are sent again in hidden fields.
 */
export function ConfirmChange({ id, words }: ConfirmChangeProps) {
  const again = useFormAgain();
  if (!again) return <input type="hidden" name="step" value="check" />;
  const { typed, proofRequest } = again;
  if (proofRequest)
    return RESENT_FIELDS.filter((name) => typed[name]).map((name) => (
      <input key={name} type="hidden" name={name} value={typed[name]} />
    ));
  const preview = again.details as ChangeToConfirm;
  const isFirst = typed.step !== "save" || typed.previewed !== preview.email;
  const { error } = preview;
  const hasPreview = preview.consequences.length > 0;
  return (
    <div className="grid gap-4" ref={(element) => element?.focus()} tabIndex={-1}>
      <input type="hidden" name="step" value={hasPreview ? "save" : "check"} />
      <input type="hidden" name="previewed" value={preview.email} />
      {error && (
        <Note tone="bad">
          <p>{error.field ? <a href={`#${id}-${error.field}`}>{error.text}</a> : error.text}</p>
        </Note>
      )}
      {preview.others.length > 0 && (
        <fieldset>
          <legend className="mb-2 text-2 font-medium">{words.others}</legend>
          {preview.others.map((other, index) => (
            <label key={other.id} className="check-row">
              <input
                type="checkbox"
                name={OTHER_FIELDS[index]}
                value={other.id}
                defaultChecked={isFirst || typed[OTHER_FIELDS[index] ?? ""] === other.id}
              />
              <span>{other.label}</span>
            </label>
          ))}
        </fieldset>
      )}
      {preview.warnings.length > 0 && (
        <fieldset id={`${id}-warnings`} tabIndex={-1}>
          <legend className="mb-2 text-2 font-medium">{words.warnings}</legend>
          {preview.warnings.map(({ name, label }) => (
            <label key={name} className="check-row">
              <input
                type="checkbox"
                name={name}
                value="yes"
                defaultChecked={!isFirst && typed[name] === "yes"}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
      {hasPreview && <ConsequenceList title={words.title} lines={preview.consequences} />}
    </div>
  );
}
