import { Fragment } from "react";

/** A name without spaces, such as a number or an address: a line may break after `@`, `.` and `-` only. */
export function Breakable({ text }: { text: string }) {
  const parts = text.split(/(?<=[@.-])/);
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
