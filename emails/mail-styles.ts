import type { CSSProperties } from "react";
import type { MailFrame } from "./mail-frame";

/** The design's neutral colours on white. `headRules` replaces them by class for readers who prefer dark. */
const INK = "#16211f";
const INK_SECOND = "#42504c";
const INK_THIRD = "#5a6763";
const LINE = "#d8ddda";
const PAGE = "#f5f6f4";
const SHEET = "#ffffff";
const MARK = "#ffe45c";

const FONT = "Arial,Helvetica,sans-serif";

export const styles = {
  page: { margin: "0", padding: "24px 0", backgroundColor: PAGE },
  preheader: { display: "none", maxHeight: "0", overflow: "hidden" },
  sheet: { width: "100%", maxWidth: "600px", backgroundColor: SHEET, overflowWrap: "break-word" },
  band: { padding: "0 32px 24px", fontFamily: FONT, fontSize: "16px", lineHeight: "24px", color: INK },
  head: { padding: "20px 32px", borderBottom: `1px solid ${LINE}`, fontFamily: FONT },
  supplier: { fontFamily: FONT, fontSize: "18px", fontWeight: "bold", color: INK },
  // The name, which stands in place of an image that is not loaded, must be readable in both themes.
  logo: { display: "block", maxWidth: "100%", fontSize: "18px", fontWeight: "bold" },
  portal: { fontFamily: FONT, fontSize: "14px", color: INK_SECOND, paddingLeft: "12px" },
  titleBand: { padding: "28px 32px 0", fontFamily: FONT, color: INK },
  title: { margin: "0 0 12px", fontSize: "24px", lineHeight: "30px", fontWeight: "bold" },
  section: { margin: "8px 0 8px", fontSize: "16px", lineHeight: "24px", fontWeight: "bold" },
  text: { margin: "0 0 12px", fontSize: "16px", lineHeight: "24px" },
  small: { margin: "0 0 12px", fontSize: "14px", lineHeight: "22px", color: INK_SECOND },
  buttonTable: { margin: "4px 0 20px", borderCollapse: "separate" },
  buttonGround: { borderRadius: "2px", textAlign: "center" },
  button: {
    display: "inline-block",
    padding: "13px 23px",
    fontFamily: FONT,
    fontSize: "16px",
    lineHeight: "20px",
    fontWeight: "bold",
    textDecorationLine: "none",
  },
  box: { borderTop: `1px solid ${INK}`, borderBottom: `1px solid ${INK}` },
  boxLabel: {
    padding: "14px 0 4px",
    fontFamily: FONT,
    fontSize: "13px",
    lineHeight: "18px",
    color: INK_SECOND,
  },
  boxMark: {
    padding: "0 0 14px",
    fontFamily: "Consolas,'Courier New',monospace",
    fontSize: "18px",
    lineHeight: "30px",
  },
  boxFacts: {
    padding: "10px 0",
    borderTop: `1px solid ${LINE}`,
    fontFamily: FONT,
    fontSize: "14px",
    lineHeight: "22px",
    color: INK_SECOND,
  },
  mark: { backgroundColor: MARK, color: INK, padding: "3px 6px", overflowWrap: "break-word" },
  table: {
    borderTop: `1px solid ${INK}`,
    borderCollapse: "collapse",
    fontFamily: FONT,
    fontSize: "15px",
    lineHeight: "20px",
    color: INK,
  },
  columnHead: {
    padding: "8px 0",
    borderBottom: `1px solid ${INK}`,
    fontSize: "13px",
    fontWeight: "normal",
    color: INK_SECOND,
  },
  numberHead: {
    width: "52%",
    padding: "8px 0",
    borderBottom: `1px solid ${INK}`,
    fontSize: "13px",
    fontWeight: "normal",
    color: INK_SECOND,
  },
  dueHead: {
    padding: "8px 0 8px 12px",
    borderBottom: `1px solid ${INK}`,
    fontSize: "13px",
    fontWeight: "normal",
    color: INK_SECOND,
  },
  group: {
    padding: "16px 0 6px",
    borderBottom: `1px solid ${LINE}`,
    fontSize: "13px",
    fontWeight: "bold",
    color: INK_SECOND,
  },
  cell: { padding: "11px 0", borderBottom: `1px solid ${LINE}`, overflowWrap: "break-word" },
  cellDetail: { display: "block", fontSize: "13px", color: INK_SECOND },
  quiet: {
    padding: "11px 0 11px 12px",
    borderBottom: `1px solid ${LINE}`,
    whiteSpace: "nowrap",
    color: INK_SECOND,
  },
  amount: { padding: "11px 0 11px 12px", borderBottom: `1px solid ${LINE}`, whiteSpace: "nowrap" },
  label: {
    padding: "11px 12px 11px 0",
    borderBottom: `1px solid ${LINE}`,
    fontSize: "14px",
    fontWeight: "normal",
    color: INK_SECOND,
  },
  value: { padding: "11px 0", borderBottom: `1px solid ${LINE}`, overflowWrap: "break-word" },
  totalLabel: { padding: "12px 12px 12px 0", fontWeight: "bold" },
  total: { padding: "12px 0", fontWeight: "bold", whiteSpace: "nowrap" },
  doubleRule: { borderBottom: `3px double ${INK}` },
  foot: { padding: "20px 32px 28px", borderTop: `1px solid ${LINE}`, fontFamily: FONT, color: INK_THIRD },
  footText: { margin: "0 0 12px", fontSize: "13px", lineHeight: "20px" },
  footLast: { margin: "0", fontSize: "13px", lineHeight: "20px" },
  footLink: { color: INK_THIRD, textDecorationLine: "underline" },
} satisfies Record<string, CSSProperties>;

// Performance: frozen styles are the same in all mails, so lib/mails/writing/html-writing.ts serializes each only once.
for (const style of Object.values(styles)) Object.freeze(style);

/**
 * Returns the rules that cannot be inline: for phones and for readers who prefer dark. Mail programs that drop them
 * show the light mail. For those that invert colours themselves, every text has an opaque background.
 */
export function headRules({ supplier: { colors } }: MailFrame): string {
  const { accent, fill, on, edge } = colors.dark;
  return (
    ":root{color-scheme:light dark;supported-color-schemes:light dark}" +
    "a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important}" +
    "@media (max-width:480px){.p{padding-left:20px!important;padding-right:20px!important}" +
    ".b{display:block!important;width:auto!important}.w{width:auto!important}.id{font-size:16px!important}}" +
    "@media (prefers-color-scheme:dark){.pg,.pg>table>tbody>tr>td{background-color:#101614!important}" +
    ".sh{background-color:#171e1c!important}.i,.i1{color:#e9efec!important}.i2{color:#b9c4bf!important}" +
    ".i3{color:#98a5a0!important}.ln{border-color:#2c3734!important}.i1{border-color:#e9efec!important}" +
    `.ac{color:${accent}!important}.bt{background-color:${fill}!important;color:${on}!important;` +
    `border-color:${edge}!important}}`
  );
}
