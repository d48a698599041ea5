import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Arrays of numbers keep their bits; JSON has none. */
const KINDS = { f64: Float64Array, i32: Int32Array, u8: Uint8Array };

/** Data as bytes that any version of Node reads: JSON, packed. Numbers keep every bit. */
export function packed(data: unknown): Buffer {
  return gzipSync(textOf(data), { level: 1 });
}

/** What tells the same data from other data, on every machine. */
export function hashOf(data: unknown): string {
  return createHash('sha256').update(textOf(data)).digest('hex');
}

function textOf(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) => {
    for (const [kind, Kind] of Object.entries(KINDS))
      if (value instanceof Kind)
        return {
          [`$${kind}`]: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString(
            'base64',
          ),
        };
    return value;
  });
}

export function unpacked(bytes: Uint8Array): unknown {
  return JSON.parse(gunzipSync(bytes).toString('utf8'), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    for (const [kind, Kind] of Object.entries(KINDS)) {
      const text = (value as Record<string, unknown>)[`$${kind}`];
      if (typeof text !== 'string') continue;
      const found = Buffer.from(text, 'base64');
      // A buffer of its own: one of many may begin where no number can.
      return new Kind(new Uint8Array(found).buffer);
    }
    return value;
  });
}
