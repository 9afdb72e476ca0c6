const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Every shard that a poll's tallies are spread over. */
export const SHARDS: readonly string[] = [...'0123456789abcdef'];

/**
 * The shard of an organization's tallies, one hexadecimal digit: its id's 32-bit FNV-1a hash,
 * folded to 4 bits (Fowler, Noll, Vo; xor-folding as they recommend for small tables).
 */
export const shardOf = (organization: string): string => {
  let hash = FNV_OFFSET;
  for (let at = 0; at < organization.length; at += 1) {
    hash = Math.imul(hash ^ organization.charCodeAt(at), FNV_PRIME) >>> 0;
  }
  for (const width of [16, 8, 4]) hash ^= hash >>> width;
  return (hash & 0xf).toString(16);
};
