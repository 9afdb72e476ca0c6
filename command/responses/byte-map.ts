/** Values by the bytes of their names, so that looking one up makes no string. */
export type ByteMap<Value> = {
  readonly get: (bytes: Uint8Array, start: number, end: number) => Value | undefined;
  readonly set: (name: Uint8Array, value: Value) => void;
};

type Entry<Value> = { readonly name: Uint8Array; readonly value: Value };

const FIRST_SLOTS = 64;

// FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const hashOf = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), FNV_PRIME);
  return hash >>> 0;
};

const isAt = (name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean => {
  if (name.length !== end - start) return false;
  for (let at = 0; at < name.length; at++) if (name[at] !== bytes[start + at]) return false;
  return true;
};

/** A map with open addressing, at most half full. A name must be set only once. */
export const createByteMap = <Value>(): ByteMap<Value> => {
  let slots: (Entry<Value> | undefined)[] = new Array(FIRST_SLOTS).fill(undefined);
  let size = 0;

  const place = (entry: Entry<Value>): void => {
    const mask = slots.length - 1;
    let slot = hashOf(entry.name, 0, entry.name.length) & mask;
    while (slots[slot]) slot = (slot + 1) & mask;
    slots[slot] = entry;
  };

  const grow = (): void => {
    const entries = slots.filter((entry) => entry !== undefined);
    slots = new Array(2 * slots.length).fill(undefined);
    for (const entry of entries) place(entry);
  };

  return {
    get: (bytes, start, end) => {
      const mask = slots.length - 1;
      let slot = hashOf(bytes, start, end) & mask;
      for (let entry = slots[slot]; entry; entry = slots[slot]) {
        if (isAt(entry.name, bytes, start, end)) return entry.value;
        slot = (slot + 1) & mask;
      }
      return undefined;
    },
    set: (name, value) => {
      if (2 * (size + 1) > slots.length) grow();
      size += 1;
      place({ name, value });
    },
  };
};
