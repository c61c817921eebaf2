import type { ReactNode } from "react";

interface OptionRowProps {
  name: string;
  value: string;
  isChecked: boolean;
  label: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
}

/** One choice of a list, the whole row its target. */
export function OptionRow({ name, value, isChecked, label, detail, aside }: OptionRowProps) {
  return (
    <label className="opt">
      <input type="radio" name={name} value={value} defaultChecked={isChecked} />
      <span className="font-medium">{label}</span>
      {aside && <span className="text-2 text-ink-2">{aside}</span>}
      {detail && <small>{detail}</small>}
    </label>
  );
}
