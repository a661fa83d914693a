// Opens a page from disk in Chromium, turns a knob, and tells what it saw:
// node page.mjs CHROMIUM PAGE.html KNOB=VALUE
//
// Prints JSON: what the blocks and the dotted words say then, how long that
// took, whether going back restores the page, and how a run that takes too
// long ends.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [chromium, page, setting] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "unrolled-page-"));

// MARK: - The browser, over a pipe

const browser = spawn(
  chromium,
  [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--window-size=1400,1000", `--user-data-dir=${profile}`,
    "--remote-debugging-pipe",
  ],
  { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
);
const waiting = new Map();
const console_ = [];
let rest = "";
let count = 0;

browser.stdio[4].on("data", (bytes) => {
  const parts = (rest + bytes.toString()).split("\0");
  rest = parts.pop();
  for (const part of parts) {
    const message = JSON.parse(part);
    waiting.get(message.id)?.(message);
    if (message.method === "Runtime.exceptionThrown") {
      const details = message.params.exceptionDetails;
      console_.push(details.exception?.description ?? details.text);
    }
    if (message.method === "Log.entryAdded") {
      console_.push(message.params.entry.text);
    }
  }
});

function ask(method, params = {}, sessionId = undefined) {
  const id = (count += 1);
  browser.stdio[3].write(
    JSON.stringify({ id, method, params, sessionId }) + "\0",
  );
  return new Promise((done) => waiting.set(id, done));
}

const { result: target } = await ask("Target.createTarget", {
  url: "about:blank",
});
const { result: attached } = await ask("Target.attachToTarget", {
  targetId: target.targetId,
  flatten: true,
});
const tab = attached.sessionId;
for (const domain of ["Runtime", "Log", "Page"]) {
  await ask(`${domain}.enable`, {}, tab);
}

async function evaluate(expression) {
  const { result } = await ask(
    "Runtime.evaluate",
    { expression, awaitPromise: true, returnByValue: true },
    tab,
  );
  if (result.exceptionDetails) {
    throw new Error(JSON.stringify(result.exceptionDetails));
  }
  return result.result.value;
}

// MARK: - What is done there

/** Runs in the page. */
async function visit(setting) {
  const [name, value] = setting.split("=");
  const main = document.querySelector("main");
  const $ = (s, within = main) => within.querySelector(s);
  const $$ = (s, within = main) => Array.from(within.querySelectorAll(s));
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const state = () => $(".live .state").dataset.is;
  const asked = () =>
    performance.getEntriesByType("resource").map((e) => e.name);
  const whole = () => document.documentElement.outerHTML;
  const ended = async () => {
    while (state() === "running") await wait(20);
  };

  const box = $$(".knob[data-knob]").find((e) => e.dataset.knob === name);
  const input = $("input, select", box);
  const turn = (value) => {
    if (input.type === "checkbox") input.checked = value === "true";
    else input.value = input.dataset.scale === "log" ? Math.log10(value) : value;
    for (const kind of ["input", "change"]) {
      input.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  };
  const read = () => ({
    blocks: Object.fromEntries(
      $$(".block").map((block) => {
        const id = block.id || $("pre[id]", block).id;
        const pieces = $$(".output samp, .output .words p", block);
        const text = pieces.map((e) => e.textContent);
        return [id.replace("block-", ""), text.join("\n")];
      }),
    ),
    words: $$(".v").map((e) => e.textContent),
    off: $$(".v.off").length,
    fresh: $$(".output.fresh").length,
    figures: $$(".output.fresh svg").length,
    earlier: $$(".earlier path").length,
  });

  const before = whole();
  const found = { loadedBefore: asked(), recorded: read() };
  const start = performance.now();
  turn(value);
  while (state() === "recorded") await wait(10);
  await ended();
  found.seconds = (performance.now() - start) / 1000;
  found.state = $(".live .state").textContent;
  found.turned = read();
  found.status = $('[role="status"]').textContent;
  $(".live .undo").click();
  found.isRestored = whole() === before;
  if (!found.isRestored) {
    const now = whole();
    let at = 0;
    while (now[at] === before[at]) at += 1;
    found.difference = [before.slice(at - 80, at + 120), now.slice(at - 80, at + 120)];
  }

  main.dataset.limit = "0.01";
  turn(value);
  while (state() === "recorded") await wait(10);
  await ended();
  found.runaway = { is: state(), words: $(".live .state").textContent };
  $(".live .undo").click();
  delete main.dataset.limit;
  found.isRestoredAgain = whole() === before;
  return found;
}

let status = 0;
try {
  await ask("Page.navigate", { url: pathToFileURL(page).href }, tab);
  while (
    !(await evaluate("document.readyState === 'complete' && !!document.querySelector('html.js main')"))
  ) {
    await new Promise((done) => setTimeout(done, 50));
  }
  const found = await evaluate(`(${visit})(${JSON.stringify(setting)})`);
  console.log(JSON.stringify({ ...found, console: console_ }));
} catch (problem) {
  console.error(problem.message, console_);
  status = 1;
}
const exited = new Promise((done) => browser.on("exit", done));
await ask("Browser.close");
await exited;
rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
process.exit(status);
