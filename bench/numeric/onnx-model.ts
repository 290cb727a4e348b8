/**
 * The bytes of an ONNX model of one operator, y = op(x).
 * @source onnx/onnx.proto (field numbers), Protocol Buffers encoding
 */
export interface Operator {
  readonly op: string;
  readonly attributes?: Readonly<Record<string, number | string>>;
}

/** @param shape sizes of the axes of x and y */
export function onnxModel(
  { op, attributes = {} }: Operator,
  shape: readonly number[],
  opset: number,
): Uint8Array {
  const tensor = message(whole(1, 1), bytes(2, message(...shape.map((n) => bytes(1, message(whole(1, n)))))));
  const value = (name: string) => message(text(1, name), bytes(2, message(bytes(1, tensor))));
  const node = message(
    text(1, "x"),
    text(2, "y"),
    text(4, op),
    ...Object.entries(attributes).map(([name, given]) => bytes(5, attribute(name, given))),
  );
  const graph = message(bytes(1, node), text(2, op), bytes(11, value("x")), bytes(12, value("y")));
  return message(whole(1, 10), bytes(7, graph), bytes(8, message(text(1, ""), whole(2, opset))));
}

/** Whole numbers are stored as floats: every number of an activation's operator is one, but for an axis. */
function attribute(name: string, given: number | string): Uint8Array {
  if (typeof given === "string")
    return message(text(1, name), bytes(4, new TextEncoder().encode(given)), whole(20, 3));
  if (name === "axis") return message(text(1, name), whole(3, given), whole(20, 2));
  const float = new Uint8Array(new Float32Array([given]).buffer);
  return message(text(1, name), Uint8Array.of((2 << 3) | 5, ...float), whole(20, 1));
}

function message(...fields: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(fields.flatMap((field) => [...field]));
}

function whole(field: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(field << 3), ...varint(value)]);
}

function bytes(field: number, content: Uint8Array): Uint8Array {
  return Uint8Array.from([...varint((field << 3) | 2), ...varint(content.length), ...content]);
}

function text(field: number, content: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(content));
}

/** @param value at least 0 */
function varint(value: number): number[] {
  const low = value % 128;
  return value < 128 ? [low] : [low | 128, ...varint(Math.floor(value / 128))];
}
