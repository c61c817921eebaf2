import type { ReactNode } from "react";

interface OptionRowProps {
  name: string;
  value: string;
  isChecked: boolean;
  label: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
}

/** One radio button of a group; the whole row can be clicked. */
export function OptionRow({ name, value, isChecked, label, detail, aside }: OptionRowProps) {
  return (
    <label className="grid min-h-11 cursor-pointer grid-cols-[auto_1fr_auto] items-center gap-x-3 border-b border-line px-2 py-3 hover:bg-surface has-checked:bg-accent-soft has-checked:[box-shadow:inset_3px_0_var(--accent)] has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-focus max-tablet:min-h-13">
      <input
        className="size-5 accent-accent focus-visible:outline-0 focus-visible:[box-shadow:none]"
        type="radio"
        name={name}
        value={value}
        defaultChecked={isChecked}
      />
      <span className="font-medium">{label}</span>
      {aside && <span className="text-2 text-ink-2">{aside}</span>}
      {detail && <small className="col-start-2 text-1 text-ink-2">{detail}</small>}
    </label>
  );
}
