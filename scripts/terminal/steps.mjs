// What a command shows while it works: one line per step, alive on a terminal, plain elsewhere. Plain
// JavaScript, since the first step installs the packages that could run anything else.

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const BAR_WIDTH = 20;
const LABEL_WIDTH = 14;
/** Without a terminal: how long a step may say nothing at first, and between two lines. */
const FIRST_WORD_MS = 1500;
const QUIET_MS = 10_000;

const out = process.stdout;
const isAlive = Boolean(out.isTTY) && !process.env.CI;
const hasColour = process.env.NO_COLOR === undefined && (isAlive || Boolean(process.env.FORCE_COLOR));

const paint = (code) => (text) => (hasColour ? `\x1b[${code}m${text}\x1b[0m` : String(text));
export const bold = paint("1");
export const dim = paint("2");
export const green = paint("32");
export const red = paint("31");
export const yellow = paint("33");

let current = null;
let startedAt = 0;
let shown = "";
let spokenAt = 0;
let saidOnce = false;
let timer = null;
let frame = 0;

export function title(text) {
  out.write(`\n  ${bold(text)}\n\n`);
}

/** Begins a step; the one before must have ended. */
export function begin(label) {
  current = { label, detail: "", share: null };
  startedAt = Date.now();
  spokenAt = startedAt;
  saidOnce = false;
  shown = "";
  timer = setInterval(isAlive ? draw : speak, 80);
  timer.unref();
  if (isAlive) draw();
}

/** Says where the step stands; `share` between 0 and 1 draws a bar. */
export function progress(detail, share = null) {
  if (!current) return;
  current.detail = detail;
  current.share = share;
}

export function done(detail = "") {
  end(green("✓"), detail);
}

export function fail(detail = "") {
  end(red("✗"), detail);
}

/** Prints text above the step under way. */
export function say(text) {
  clearLine();
  out.write(text);
  if (current) spokenAt = Date.now();
}

/** Ends the step under way without a line of its own. */
export function drop() {
  clearInterval(timer);
  clearLine();
  current = null;
}

/** Ends the step under way, if any, so that an error can be printed below it. */
export function failIfBegun() {
  if (current) fail(current.detail);
}

function end(mark, detail) {
  if (!current) return;
  clearInterval(timer);
  clearLine();
  const text = detail.padEnd(44);
  out.write(`  ${mark} ${current.label.padEnd(LABEL_WIDTH)}${text}${dim(elapsed())}\n`);
  current = null;
}

function speak() {
  if (!current || Date.now() - spokenAt < (saidOnce ? QUIET_MS : FIRST_WORD_MS)) return;
  spokenAt = Date.now();
  if (saidOnce && current.detail === shown) return;
  saidOnce = true;
  shown = current.detail;
  out.write(`  … ${current.label.padEnd(LABEL_WIDTH)}${shown}`.trimEnd() + "\n");
}

function draw() {
  if (!current) return;
  frame = (frame + 1) % FRAMES.length;
  const bar = current.share === null ? "" : `${drawBar(current.share)}  `;
  const used = 4 + LABEL_WIDTH + (bar ? BAR_WIDTH + 2 : 0) + 12;
  const detail = current.detail.slice(0, Math.max(10, (out.columns || 80) - used));
  const label = current.label.padEnd(LABEL_WIDTH);
  out.write(`\r\x1b[2K  ${yellow(FRAMES[frame])} ${label}${bar}${detail}  ${dim(elapsed())}`);
}

function drawBar(share) {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
  return "━".repeat(full) + dim("─".repeat(BAR_WIDTH - full));
}

function clearLine() {
  if (isAlive) out.write("\r\x1b[2K");
}

function elapsed() {
  const seconds = (Date.now() - startedAt) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`.padStart(8);
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`.padStart(8);
}
