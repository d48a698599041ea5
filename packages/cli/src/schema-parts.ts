/**
 * A JSON Schema (2020-12) and the parts that those of several commands are made of. Fields may be
 * added to a version; none is removed or changed.
 */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const byActor = (values: Schema): Schema => ({
  type: 'object',
  additionalProperties: values,
});
export const one = (...values: readonly string[]): Schema => ({ enum: values });

export function record(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
  };
}

export const concepts = list(one('Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'));
export const kind = one('no move', 'no better move', 'deterred', 'unstable');
export const options: Schema = {
  ...list(text),
  description: 'ids of options, such as "NK.suspend"',
};
export const situation = record({ id: text, title: text, asOf: orNull(text) });
export const evidence = list(
  record({
    source: text,
    paragraphs: orNull(record({ from: count, to: count })),
    annotation: orNull(text),
  }),
);
export const name = record({
  label: orNull(text),
  added: options,
  dropped: options,
  column: { type: 'string', pattern: '^[YN]*$' },
  decimal: count,
});
export const step = record({
  actor: text,
  from: options,
  to: options,
  takes: options,
  drops: options,
  slow: options,
});
export const reach = record({ improvements: flag, moves: flag });
export const path = orNull(record({ by: one('improvements', 'moves'), steps: list(step) }));
export const carried = list(record({ idea: text, count, note: text }));
export const named = record({ taken: options, name });
export const place = record({ line: count, column: count });
export const range: Schema = {
  ...record({ start: place, end: place }),
  description: 'lines and columns count from 0, columns in UTF-16 units',
};
export const diagnostics = list(
  record(
    {
      code: text,
      severity: one('error', 'warning', 'info'),
      message: text,
      range,
      why: text,
      hint: text,
      related: list(record({ range, message: text })),
    },
    ['why', 'hint', 'related'],
  ),
);
export const statusQuo = record({
  taken: options,
  stability: byActor(concepts),
  kinds: byActor(kind),
  scenarios: list(text),
  name,
  reaches: record({ improvements: count, moves: count }),
  improvements: list(step),
});
export const slack = orNull(
  record({
    swaps: orNull(count),
    change: orNull(record({ direction: one('up', 'down'), past: named, alone: flag })),
    others: orNull(list(record({ actor: text, swaps: orNull(count), moreThan: orNull(count) }))),
  }),
);
export function document(id: string, title: string, schema: Schema): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:standoff:${id}:1`,
    title,
    ...schema,
  };
}

export function printed(
  id: string,
  title: string,
  properties: Readonly<Record<string, Schema>>,
  optional?: readonly string[],
): Schema {
  return document(
    id,
    title,
    record({ schema: { const: `standoff/${id}/1` }, ...properties }, optional),
  );
}
