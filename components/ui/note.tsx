import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

type Tone = "info" | "ok" | "warn" | "bad";

const ICONS: Record<Tone, IconName> = { info: "info", ok: "check", warn: "warning", bad: "alert" };
const CLASSES: Record<Tone, string> = {
  info: "note note-info",
  ok: "note note-ok",
  warn: "note note-warn",
  bad: "note note-bad",
};

interface NoteProps {
  tone: Tone;
  icon?: IconName;
  title?: string;
  children: ReactNode;
}

/** A message on the page. Tone "bad" interrupts a screen reader (role alert); the others wait (role status). */
export function Note({ tone, icon, title, children }: NoteProps) {
  return (
    <div className={CLASSES[tone]} role={tone === "bad" ? "alert" : "status"}>
      <Icon name={icon ?? ICONS[tone]} />
      <div>
        {title && <h2>{title}</h2>}
        {children}
      </div>
    </div>
  );
}
