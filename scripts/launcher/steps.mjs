// @ts-check
// Shows the progress of a command: one line for each step, redrawn on a terminal, printed once elsewhere. Plain
// JavaScript with types in comments, because the first step installs the packages that run TypeScript.

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const BAR_WIDTH = 20;
const LABEL_WIDTH = 14;
const DRAW_MS = 80;
/** Without a terminal: the time before the first line of a step, and between two lines. */
const FIRST_LINE_MS = 1500;
const NEXT_LINE_MS = 10_000;

const out = process.stdout;
const isTerminal = Boolean(out.isTTY) && !process.env.CI;
const hasColour = process.env.NO_COLOR === undefined && (isTerminal || Boolean(process.env.FORCE_COLOR));

/** @param {string} code */
const paint = (code) => (/** @type {string | number} */ text) =>
  hasColour ? `\x1b[${code}m${text}\x1b[0m` : String(text);
export const bold = paint("1");
export const dim = paint("2");
export const green = paint("32");
export const red = paint("31");
export const yellow = paint("33");

/**
 * The current step; `printed` is the detail of its last printed line, null before the first line.
 * @typedef {{
 *   label: string, detail: string, share: number | null, startedAt: number,
 *   printedAt: number, printed: string | null, timer: NodeJS.Timeout, frame: number,
 * }} Step
 */

/** @type {Step | null} */
let current = null;

/**
 * Prints the title of a command.
 * @param {string} text
 */
export function title(text) {
  out.write(`\n  ${bold(text)}\n\n`);
}

/**
 * Begins a step; the previous step must have ended.
 * @param {string} label
 */
export function begin(label) {
  const now = Date.now();
  const timer = setInterval(isTerminal ? draw : printProgress, DRAW_MS).unref();
  current = {
    label,
    detail: "",
    share: null,
    startedAt: now,
    printedAt: now,
    printed: null,
    timer,
    frame: 0,
  };
  if (isTerminal) draw();
}

/**
 * Updates the progress of the step; a `share` between 0 and 1 is shown as a bar.
 * @param {string} detail
 * @param {number | null} [share]
 */
export function progress(detail, share = null) {
  if (current) Object.assign(current, { detail, share });
}

/** Ends the step as successful. */
export function done(detail = "") {
  end(green("✓"), detail);
}

/** Ends the step as failed. */
export function fail(detail = "") {
  end(red("✗"), detail);
}

/** Ends the current step, if there is one, as failed, so that an error can be printed below it. */
export function failIfBegun() {
  if (current) fail(current.detail);
}

/** Ends the step without printing a line. */
export function drop() {
  clearInterval(current?.timer);
  clearLine();
  current = null;
}

/**
 * Prints text above the current step.
 * @param {string} text
 */
export function say(text) {
  clearLine();
  out.write(text);
  if (current) current.printedAt = Date.now();
}

/**
 * @param {string} mark
 * @param {string} detail
 */
function end(mark, detail) {
  if (!current) return;
  const { label, startedAt } = current;
  drop();
  out.write(`  ${mark} ${label.padEnd(LABEL_WIDTH)}${detail.padEnd(44)}${dim(elapsedSince(startedAt))}\n`);
}

/** Without a terminal: prints a line from time to time, if the detail has changed. */
function printProgress() {
  if (!current) return;
  const isFirst = current.printed === null;
  if (Date.now() - current.printedAt < (isFirst ? FIRST_LINE_MS : NEXT_LINE_MS)) return;
  current.printedAt = Date.now();
  if (current.printed === current.detail) return;
  current.printed = current.detail;
  out.write(`  … ${current.label.padEnd(LABEL_WIDTH)}${current.detail}`.trimEnd() + "\n");
}

function draw() {
  if (!current) return;
  current.frame = (current.frame + 1) % FRAMES.length;
  const bar = current.share === null ? "" : `${drawBar(current.share)}  `;
  const used = 4 + LABEL_WIDTH + (bar ? BAR_WIDTH + 2 : 0) + 12;
  const detail = current.detail.slice(0, Math.max(10, (out.columns || 80) - used));
  const label = current.label.padEnd(LABEL_WIDTH);
  const time = dim(elapsedSince(current.startedAt));
  out.write(`\r\x1b[2K  ${yellow(FRAMES[current.frame] ?? "")} ${label}${bar}${detail}  ${time}`);
}

/** @param {number} share */
function drawBar(share) {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
  return "━".repeat(full) + dim("─".repeat(BAR_WIDTH - full));
}

function clearLine() {
  if (isTerminal) out.write("\r\x1b[2K");
}

/** @param {number} startedAt */
function elapsedSince(startedAt) {
  const seconds = (Date.now() - startedAt) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`.padStart(8);
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`.padStart(8);
}
