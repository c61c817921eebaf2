import type { ReactNode } from "react";
import { KeptInput } from "@/components/ui/kept-input";

interface OptionRowProps {
  name: string;
  value: string;
  isChecked: boolean;
  label: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
  /** For a form that may ask for a proof: the choice is shown again. */
  isKept?: boolean;
}

/** One radio button of a group; the whole row can be clicked. */
export function OptionRow({ name, value, isChecked, label, detail, aside, isKept = false }: OptionRowProps) {
  const Input = isKept ? KeptInput : "input";
  return (
    <label className="option-row">
      <Input type="radio" name={name} value={value} defaultChecked={isChecked} />
      <span className="font-medium">{label}</span>
      {aside && <span className="text-2 text-ink-2">{aside}</span>}
      {detail && <small className="col-start-2 text-1 text-ink-2">{detail}</small>}
    </label>
  );
}
