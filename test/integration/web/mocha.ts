// Stands for "mocha" in the web worker host: its browser build leaves the class as a global.
import "./page-address.ts";
import "../../../node_modules/mocha/mocha.js";

const { Mocha: MochaClass } = globalThis as unknown as { readonly Mocha: typeof Mocha };

export { MochaClass as default };
