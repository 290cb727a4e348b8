// @ts-check
import { clearInterval, setInterval } from "node:timers";

const plainIntervalMs = 10_000;
const terminalIntervalMs = 250;

/**
 * Shows that something long is under way: one line rewritten in a terminal, a line now and then in a log.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] how far it is, asked when a line is about to be written
 * @returns {Promise<T>}
 */
export async function withProgress(title, work, detail = () => "") {
  const started = Date.now();
  const terminal = process.stderr.isTTY;
  const line = () => {
    const seconds = `${Math.round((Date.now() - started) / 1000)} s`;
    return `${title} … ${[detail(), seconds].filter(Boolean).join(", ")}`;
  };
  const write = () => process.stderr.write(terminal ? `\r\x1b[K${line()}` : `${line()}\n`);
  if (terminal) write();
  else process.stderr.write(`${title} …\n`);
  const timer = setInterval(write, terminal ? terminalIntervalMs : plainIntervalMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (terminal) process.stderr.write(`\r\x1b[K${line()}\n`);
    else write();
  }
}
