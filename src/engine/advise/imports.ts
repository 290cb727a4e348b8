/** Under which name code can reach a module. */
import { memberName } from "../detect/summary.ts";
import type { Code } from "./code.ts";

/**
 * The name that a module is bound to by an import that every later line sees, `F` for `torch.nn.functional`; else the
 * way to it through a package that is imported (`torch.nn.functional` by `import torch`). Undefined where there is none.
 */
export function boundName(code: Code, module: string): string | undefined {
  // A definition has no import that later lines see.
  const statements = code.pieces.flatMap((piece) => (piece.code.definition ? [] : piece.statements));
  const names = statements.flatMap((statement) => (statement.kind === "import" ? statement.names : []));
  const reached = names.flatMap(({ name, module: from, member }) => {
    const whole = memberName(from, member);
    if (whole === module) return [name];
    return module.startsWith(`${whole}.`) ? [name + module.slice(whole.length)] : [];
  });
  return reached.sort((a, b) => a.length - b.length)[0];
}
