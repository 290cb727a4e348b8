import assert from "node:assert/strict";
import fc from "fast-check";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { languages } from "../../../src/engine/languages/index.ts";
import { cppLexicon } from "../../../src/engine/syntax/cpp.ts";
import { juliaLexicon } from "../../../src/engine/syntax/julia.ts";
import { rustLexicon } from "../../../src/engine/syntax/rust.ts";
import { swiftLexicon } from "../../../src/engine/syntax/swift.ts";
import { type Lexicon, Tokens } from "../../../src/engine/syntax/tokens.ts";
import { mutilated, sourcesIn } from "../detect/mutilations.ts";

const lexicons: readonly (readonly [id: string, lexicon: Lexicon])[] = [
  ["cpp", cppLexicon],
  ["julia", juliaLexicon],
  ["swift", swiftLexicon],
  ["rust", rustLexicon],
];

/** Without spaces, and what takes a line further. */
const plain = (parts: readonly string[]) => parts.join("").replace(/\\\s/g, "").replace(/\s/g, "");

const texts = (tokens: Tokens) => tokens.kinds.map((_, index) => tokens.slice(index));

for (const [id, lexicon] of lexicons) {
  describe(`tokens of ${id}`, () => {
    const sources = sourcesIn(languages.find((language) => language.id === id)!);

    it("are all of a text but spaces and comments, in order, and brackets lie within one another", () => {
      fc.assert(
        fc.property(mutilated(sources), (text) => {
          const tokens = new Tokens(text, lexicon);
          let at = 0;
          const between: string[] = [];
          for (const [index, start] of tokens.starts.entries()) {
            assert.ok(at <= start && start <= tokens.ends[index]!);
            between.push(text.slice(at, start));
            at = tokens.ends[index]!;
          }
          between.push(text.slice(at));
          const comments = tokens.comments.map(({ start, end }) => text.slice(start, end));
          assert.equal(plain(between), plain(comments));
          const ends: number[] = [];
          for (let index = 0; index < tokens.count; index++) {
            while (ends.length > 0 && ends.at(-1)! <= index) ends.pop();
            if (tokens.kinds[index] !== "open") continue;
            const end = tokens.partners[index]!;
            assert.ok(end > index && end <= tokens.count);
            // A bracket that a branch of the preprocessor closes again reaches further.
            if (!text.includes("#")) assert.ok(end <= (ends.at(-1) ?? tokens.count));
            ends.push(end);
          }
        }),
        { numRuns: 300, seed: 11 },
      );
    });
  });
}

describe("code within code", () => {
  const many = 20_000;
  const repeated = [
    "(",
    "{",
    "[",
    "-",
    ".b()",
    "c ? a : ",
    "if (a) ",
    "begin ",
    "v -> ",
    "|v| ",
    "let v = ",
    "a ^ ",
  ];
  const uses: Readonly<Record<string, string>> = {
    cpp: "using namespace torch::nn;\nauto x = ReLU();\n",
    julia: "using Flux\nx = relu\n",
    swift: "import MLXNN\nlet x = relu\n",
    rust: "use candle_nn::ops;\nfn f() { let x = ops::silu(y); }\n",
  };
  for (const [id] of lexicons) {
    it(`is left where it is too deep to be followed, in ${id}`, async () => {
      const syntax = await languages.find((language) => language.id === id)!.load();
      for (const text of repeated) {
        const deep = `${uses[id]!}y = a${text.repeat(many)}\n`;
        assert.equal(analyse([deep], syntax).cells[0]!.uses.length, 1, text);
      }
    });
  }
});

describe("tokens of C++", () => {
  const cpp = (text: string) => texts(new Tokens(text, cppLexicon));

  it("are names, numbers, strings, operators and brackets", () => {
    assert.deepEqual(cpp("a::b->c(1'000.5e-3f, 0xFF)[i]"), [
      ..."a :: b -> c ( 1'000.5e-3f , 0xFF ) [ i ]".split(" "),
    ]);
  });

  it("know raw strings, characters and strings that end with their line", () => {
    assert.deepEqual(cpp(`R"x(a)" )x" u8"b\\"" '"' L'c' "d\ne`), [
      'R"x(a)" )x"',
      'u8"b\\""',
      `'"'`,
      "L'c'",
      '"d',
      "e",
    ]);
  });

  it("are none in comments, which a backslash takes further", () => {
    assert.deepEqual(cpp("a // b\\\nc\nd /* e\n/* f */ g"), ["a", "d", "g"]);
  });

  it("know directives, and read what a macro stands for", () => {
    const written = "#include <a/b>\n#define F(x) g(x \\\n  , h\ni # j";
    const read = ["#include <a/b>", "#define F(x)", "g", "(", "x", ",", "h", "", "i", "#", "j"];
    assert.deepEqual(cpp(written), read);
  });

  it("close what the first branch of a condition leaves open", () => {
    const tokens = new Tokens("{\n#if A\nf(x) {\n#else\ng(x) {\n#endif\n}\n}", cppLexicon);
    const open = texts(tokens).flatMap((text, index) => (text === "{" ? [index] : []));
    const closed = open.map((index) => texts(tokens)[tokens.partners[index]!]);
    assert.deepEqual(closed, ["}", "}", "#endif"]);
  });
});

describe("tokens of Julia", () => {
  const julia = (text: string) => texts(new Tokens(text, juliaLexicon));

  it("are names, numbers, operators, macros and symbols", () => {
    assert.deepEqual(julia("@show f!(x̂₁, 1_0.5f-3) .+= σ′ != :end ? a : b[1:end]"), [
      ..."@show f! ( x̂₁ , 1_0.5f-3 ) .+= σ′ != :end ? a : b [ 1 : end ]".split(" "),
    ]);
  });

  it("know a transpose from a character, and strings of macros from those that hold code", () => {
    assert.deepEqual(julia(`x'y' + f(a)' * ['b', '\\'', 'σ']' 'c'`), [
      ..."x ' y ' + f ( a ) ' * [ 'b' , '\\'' , 'σ' ] ' 'c'".split(" "),
    ]);
    assert.deepEqual(julia('"a$(b("c"))d" r"e$(f)" """g"h"""'), [
      ...['"a$', "(", "b", "(", '"c"', ")", ")", 'd"', "r", '"e$(f)"', '"""g"h"""'],
    ]);
  });

  it("are none in comments, one in another", () => {
    assert.deepEqual(julia("a #= b #= c =# d =# e # f\ng"), ["a", "e", "g"]);
  });

  it("take words for brackets, but not those of an index or a comprehension", () => {
    const tokens = new Tokens("if x[end] begin [a for a in b if c] end end for", juliaLexicon);
    const brackets = texts(tokens).filter((_, index) => /open|close/.test(tokens.kinds[index]!));
    assert.deepEqual(brackets, ["if", "[", "]", "begin", "[", "]", "end", "end", "for"]);
    assert.equal(tokens.partners[0], texts(tokens).lastIndexOf("end"));
  });
});

describe("tokens of Swift", () => {
  const swift = (text: string) => texts(new Tokens(text, swiftLexicon));

  it("are names, numbers, operators and attributes", () => {
    assert.deepEqual(swift("@a x?.b(1_0.5e-3...0xFF) ?? y! -> [.c]"), [
      ..."@a x ?. b ( 1_0.5e-3 ... 0xFF ) ?? y ! -> [ . c ]".split(" "),
    ]);
  });

  it("know code in strings by as many signs as the string has", () => {
    assert.deepEqual(swift('"a\\(b("c"))d" #"e\\(f)\\#(g)"#'), [
      ...['"a\\', "(", "b", "(", '"c"', ")", ")", 'd"', '#"e\\(f)\\#', "(", "g", ")", '"#'],
    ]);
    assert.deepEqual(swift('"a\nb """\nc"d\n"""'), ['"a', "b", '"""\nc"d\n"""']);
  });

  it("are none in comments, one in another", () => {
    assert.deepEqual(swift("a /* b /* c */ d */ e // f\ng"), ["a", "e", "g"]);
  });
});

describe("tokens of Rust", () => {
  const rust = (text: string) => texts(new Tokens(text, rustLexicon));

  it("are names, numbers, operators and lifetimes", () => {
    assert.deepEqual(rust("&'a x::<T>(1_0.5e-3f64, 1.max(2), 0..=0xFFu8) => |y| {}"), [
      ..."& 'a x :: < T > ( 1_0.5e-3f64 , 1 . max ( 2 ) , 0 ..= 0xFFu8 ) => | y | { }".split(" "),
    ]);
  });

  it("know raw strings, and a character from a lifetime", () => {
    assert.deepEqual(rust(`r#"a"b"# b"c\\"" ['d', '\\'', '"', b'e'] 'f: loop`), [
      ...['r#"a"b"#', 'b"c\\""', "[", "'d'", ",", "'\\''", ",", `'"'`, ",", "b'e'", "]", "'f", ":", "loop"],
    ]);
  });
});
