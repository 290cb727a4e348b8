import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { Program } from "./program.ts";

const program = new Program();
before(() => program.build());
after(() => {
  program.remove();
});

const example = "[-2.0, 0.5, -0.3, 1.2]\n";

describe("activation-lens", () => {
  it("says what it can do, and its version", () => {
    for (const args of [["--help"], ["-h"]]) {
      const { code, stdout } = program.run(args);
      assert.equal(code, 0);
      assert.match(stdout, /activation-lens detect PATH…/);
      assert.match(stdout, /activation-lens transform FUNCTION/);
    }
    assert.deepEqual(program.run(["--version"]), { code: 0, stdout: "1.2.3-test\n", stderr: "" });
  });

  it("explains each command", () => {
    for (const command of ["detect", "transform"]) {
      const { code, stdout } = program.run([command, "--help"]);
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`Usage: activation-lens ${command}`));
    }
  });

  const badUsage: readonly (readonly [args: readonly string[], reason: RegExp])[] = [
    [[], /which command/],
    [["transfrom"], /there is no command transfrom\. Did you mean transform\?/],
    [["--verzion"], /there is no option --verzion/],
    [["transform"], /which function\? It is one of relu, /],
    [["transform", "LeakyRelu6"], /Did you mean leaky_relu\?/],
    [["transform", "qqqqqqqq"], /there is no function qqqqqqqq\. The functions are relu, /],
    [["transform", "relu", "numbers.txt"], /reads standard input/],
    [["transform", "relu", "--what"], /Unknown option '--what'/],
    [["transform", "relu", "--digits"], /--digits/],
    [["transform", "relu", "--digits", "0"], /1 to 17/],
    [["transform", "relu", "--digits", "x"], /1 to 17/],
    [["transform", "relu", "--digits", "3", "--digits", "4"], /--digits is given 2 times/],
    [["transform", "relu", "--derivative", "3"], /--derivative must be one of 0, 1, 2/],
    [["transform", "softmax", "--derivative", "1"], /matrix/],
    [["transform", "relu", "--param", "a=1"], /no parameter a\. It has no parameters\./],
    [["transform", "elu", "--param", "slope=1"], /no parameter slope\. Its parameters: alpha\./],
    [["transform", "elu", "--param", "alpha"], /NAME=NUMBER/],
    [["transform", "elu", "--param", "alpha=x"], /NAME=NUMBER/],
    [["transform", "elu", "--param", "alpha="], /NAME=NUMBER/],
    [["transform", "elu", "--param", "alpha=-1"], /alpha=-1 .*because/],
    [["transform", "elu", "--param", "alpha=1", "--param", "alpha=2"], /given twice/],
    [["transform", "elu", "--param", "__proto__=1"], /no parameter __proto__/],
  ];
  for (const [args, reason] of badUsage) {
    it(`ends with 2 and the reason on ${JSON.stringify(args)}`, () => {
      const { code, stdout, stderr } = program.run(args, { input: example });
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, reason);
      assert.doesNotMatch(stderr, /\n\s+at /, "no stack");
    });
  }
});

describe("activation-lens transform", () => {
  const cases: readonly (readonly [args: readonly string[], expected: string])[] = [
    [["relu"], "[0, 0.5, 0, 1.2]\n"],
    [["relu", "-"], "[0, 0.5, 0, 1.2]\n"],
    [["relu", "--derivative", "1"], "[0, 1, 0, 1]\n"],
    [["relu", "--derivative=2"], "[0, 0, 0, 0]\n"],
    [["leaky_relu", "--param", "negative_slope=0.2"], "[-0.4, 0.5, -0.06, 1.2]\n"],
    [["prelu", "--param", "a=-1"], "[2, 0.5, 0.3, 1.2]\n"],
    [
      ["generalized_relu", "--param", "max_value=1", "--param", "negative_slope=0.1"],
      "[-0.2, 0.5, -0.03, 1]\n",
    ],
    [["generalized_relu", "--param", "max_value=inf"], "[0, 0.5, 0, 1.2]\n"],
    // Expected values: Python's math module.
    [["sigmoid"], "[0.119203, 0.622459, 0.425557, 0.768525]\n"],
    [["sigmoid", "--digits", "2"], "[0.12, 0.62, 0.43, 0.77]\n"],
    [
      ["tanh", "--digits", "full"],
      "[-0.9640275800758169, 0.46211715726000974, -0.2913126124515909, 0.8336546070121552]\n",
    ],
  ];
  for (const [args, expected] of cases) {
    it(args.join(" "), () => {
      assert.deepEqual(program.run(["transform", ...args], { input: example }), {
        code: 0,
        stdout: expected,
        stderr: "",
      });
    });
  }

  it("keeps every other byte, whatever the encoding", () => {
    for (const [input, expected] of [
      ["\uFEFFGröße\r\n-1\r\n", "\uFEFFGröße\r\n0\r\n"],
      [Buffer.from("Gr\xF6\xDFe\n-1", "latin1"), Buffer.from("Gr\xF6\xDFe\n0", "latin1")],
    ] as const) {
      const { stdout } = spawnSync(process.execPath, [program.file, "transform", "relu"], { input });
      assert.deepEqual(stdout, Buffer.from(expected));
    }
  });

  it("passes text without numbers on, and says so", () => {
    const outcome = program.run(["transform", "relu"], { input: "none here\n" });
    assert.equal(outcome.code, 0);
    assert.equal(outcome.stdout, "none here\n");
    assert.match(outcome.stderr, /No number found/);
    assert.equal(program.run(["transform", "relu"]).stdout, "");
  });

  it("refuses what it cannot do with this text", () => {
    const { code, stderr } = program.run(["transform", "softmax"], { input: "[1 2 ... 9]" });
    assert.equal(code, 2);
    assert.match(stderr, /hides some/);
  });

  it("writes megabytes through a pipe to the end", () => {
    const input = `[${"-1.5, 2, ".repeat(400_000)}0]`;
    const { stdout } = spawnSync(process.execPath, [program.file, "transform", "relu"], {
      input,
      maxBuffer: 1e8,
    });
    assert.equal(stdout.toString(), `[${"0, 2, ".repeat(400_000)}0]`);
  });

  it("is quiet when its reader leaves", async () => {
    const child = spawn(process.execPath, [program.file, "transform", "relu"]);
    let stderr = "";
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    child.stdin.on("error", () => undefined);
    child.stdin.end("2, ".repeat(2_000_000));
    await once(child.stdout, "data");
    child.stdout.destroy();
    await once(child, "close");
    assert.equal(stderr, "");
  });
});
