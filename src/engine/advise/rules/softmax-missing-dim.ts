import type { Use } from "../../detect/use.ts";
import { lastSegment } from "../../frameworks/lookup.ts";
import type { FunctionId } from "../../functions/index.ts";
import { argumentOf, lastNameIn, mayGiveMore } from "../code.ts";
import { Remedies } from "../remedies.ts";
import { defineRule } from "./define.ts";

/** They take the axis from the tensor's rank where none is given; `torch.softmax` raises instead. */
const guessing = new Set([
  ...["Softmax", "LogSoftmax", "Softmin"].map((name) => `torch.nn.${name}`),
  ...["softmax", "log_softmax", "softmin"].map((name) => `torch.nn.functional.${name}`),
]);

const functions: readonly FunctionId[] = ["softmax", "log_softmax", "softmin"];

export const softmaxMissingDim = defineRule({
  id: "softmax-missing-dim",
  severity: "warning",
  title: "PyTorch's softmax without a dim takes an axis that depends on the tensor's rank",
  doc: {
    what: "`nn.Softmax()`, `nn.LogSoftmax()`, `nn.Softmin()` or their functional forms are called without `dim`.",
    why: "PyTorch then takes axis 0 for tensors of one or three dimensions and axis 1 for two or four. For `(batch, time, class)` the probabilities sum to one over the batch: every example is normalised by the others.",
    harm: "PyTorch warns when the program runs, once, and goes on. A capsule network whose implicit axis was the wrong one went from 0.49 % to 0.33 % test error once `dim` was right.",
    bad: "scores = F.softmax(self.fc(x))",
    good: "scores = F.softmax(self.fc(x), dim=-1)",
    limits:
      "`torch.softmax(x)` raises without a dim and is not reported. Other frameworks take the last axis by default. Calls that may give `dim` by `*args` or `**kwargs` are left alone.",
    sources: [
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html",
      "https://github.com/pytorch/pytorch/issues/3238",
      "https://github.com/motokimura/capsnet_pytorch/issues/1",
    ],
  },
  needs: { of: "use", functions },
  *check({ analysis, code, pieces }) {
    const remedies = new Remedies(analysis);
    const suspect = pieces.filter(({ uses }) => uses.some(isWithoutDim));
    for (const { name, node, piece } of code.callsIn(suspect)) {
      if (!guessing.has(name) || argumentOf(node, "dim", name.includes("functional") ? 1 : 0)) continue;
      if (mayGiveMore(node)) continue;
      const shown = lastSegment(name);
      yield {
        place: code.placeOf(piece, lastNameIn(node.callee)),
        message: `${shown} without dim normalises over axis 0 of 1-D and 3-D tensors, axis 1 of 2-D and 4-D ones. Say which axis: dim=-1 is the last.`,
        fixes: axes.flatMap(({ dim, what, ...more }) => {
          const edits = remedies.withArgument(code.placeOf(piece, node.range), `dim=${dim}`);
          // The axis that is meant cannot be told from the call.
          return edits ? [{ title: `Add dim=${dim} (${what})`, certain: false, edits, ...more }] : [];
        }),
      };
    }
  },
});

function isWithoutDim({ function: id, explicit }: Use): boolean {
  return functions.includes(id) && !explicit.includes("dim");
}

const axes = [
  { dim: -1, what: "the last axis", preferred: true },
  { dim: 1, what: "as now for 2-D and 4-D tensors" },
  { dim: 0, what: "as now for 1-D and 3-D tensors" },
] as const;
