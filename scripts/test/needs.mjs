// @ts-check
import { installServer } from "../../test/host/install.mjs";
import { build, packageExtension } from "../setup/build.mjs";
import { hasScreen } from "../setup/machine.mjs";
import { describe, Problem } from "../setup/problem.mjs";

/** @typedef {import("./stages.mjs").Need} Need */
/** @typedef {Record<string, string>} Environment how a stage finds what was brought for it */

/** Brings what stages need, each once; what could not be brought fails every stage that needs it. */
export class Needs {
  /** @type {Map<Need, Promise<Environment>>} */
  #met = new Map();
  /** @type {Set<Need>} */
  #missing = new Set();
  #edition;

  /** @param {import("../../test/host/install.mjs").Edition} edition */
  constructor(edition) {
    this.#edition = edition;
  }

  /**
   * @param {import("./stages.mjs").Stage} stage
   * @returns {Promise<Environment>}
   */
  async meetFor({ needs, wants = [] }) {
    /** @type {Environment} */
    let env = {};
    for (const need of wants) await this.#meet(need).catch((error) => console.log(describe(error)));
    for (const need of needs) env = { ...env, ...(await this.#meet(need)) };
    return env;
  }

  /** @param {Need} need */
  async #meet(need) {
    if (this.#missing.has(need)) throw new Problem(`The ${need} is missing.`, "Why is above.");
    const meeting = this.#met.get(need) ?? this.#bring(need);
    this.#met.set(need, meeting);
    try {
      return await meeting;
    } catch (error) {
      this.#missing.add(need);
      throw error;
    }
  }

  /**
   * @param {Need} need
   * @returns {Promise<Environment>}
   */
  async #bring(need) {
    switch (need) {
      case "build":
        await build();
        return {};
      case "editor":
        // A desktop VS Code, where one can show its window, is the stage's own business.
        if (process.env["VSCODE_EXECUTABLE"] || hasScreen()) return {};
        return { ...(await this.#meet("server")), ...(await this.#meet("browser")) };
      case "server":
        await installServer(this.#edition);
        return { VSCODE_EDITION: this.#edition };
      case "browser": {
        // Brought now, so that a stage's time limit is its own.
        const { browserLaunchOptions } = await import("../../test/host/browser.mjs");
        await browserLaunchOptions();
        return {};
      }
      case "vsix":
        return { ACTIVATION_LENS_VSIX: await packageExtension() };
    }
  }
}
