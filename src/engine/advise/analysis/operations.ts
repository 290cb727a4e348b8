/** Functions and methods on tensors whose effect on the values is known: everything else leaves nothing known. */

/**
 * shape: values stay, axes may not · same: neither changes · log · complement is written `1 - x` and so no function ·
 * bound: values are clipped · pick: some of the values stay · argmax · round · pass: dropout
 */
export type OperationKind = "shape" | "same" | "log" | "bound" | "pick" | "argmax" | "round" | "pass";

const kinds: Readonly<Record<OperationKind, string>> = {
  shape:
    "view reshape view_as reshape_as squeeze unsqueeze flatten unflatten permute transpose swapaxes movedim expand expand_as expand_dims ravel t squeeze_",
  same: "contiguous float double half to cpu cuda detach clone type type_as astype cast identity bfloat16 requires_grad_ requires_grad stop_gradient block_until_ready numpy copy",
  log: "log log2 log10",
  bound: "clamp clip clip_by_value clamp_ clamp_min clip_",
  pick: "gather index_select take_along_dim take_along_axis masked_select",
  argmax: "argmax arg_max",
  round: "round round_",
  pass: "dropout alpha_dropout feature_alpha_dropout",
};

const kindByName = new Map(
  (Object.entries(kinds) as [OperationKind, string][]).flatMap(([kind, names]) =>
    names.split(" ").map((name) => [name, kind] as const),
  ),
);

/** Modules whose functions take the tensor first. */
const modules: ReadonlySet<string> = new Set([
  ..."torch torch.nn.functional torch.special tf tf.math tf.nn tf.keras.backend keras.ops keras.backend".split(
    " ",
  ),
  ..."jax.numpy jax.lax numpy mlx.core paddle paddle.nn.functional".split(" "),
]);

/** @param name canonical */
export function operationNamed(name: string): OperationKind | undefined {
  const dot = name.lastIndexOf(".");
  return modules.has(name.slice(0, dot)) ? kindByName.get(name.slice(dot + 1)) : undefined;
}

/** @param name of a tensor's method */
export function operationOfMethod(name: string): OperationKind | undefined {
  return kindByName.get(name);
}

/** Methods of a model that give the model itself. */
export const modelMethods: ReadonlySet<string> = new Set(
  "to cuda cpu train eval float half double bfloat16 requires_grad_ share_memory type bind unwrap".split(" "),
);
