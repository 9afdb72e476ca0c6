import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shellBlocks } from '../../local/pages/shell-blocks.ts';
import { PROJECT } from '../../local/places.ts';

const page = readFileSync(join(PROJECT, 'docs/logs.md'), 'utf8');

/** A query that runs for a while, as `aws` would tell of it; it notes what it is asked. */
const AWS = `
aws() {
  echo "$2" >&2
  case "$2" in
    start-query) echo query-1 ;;
    get-query-results)
      test "$4" = query-1 || return 1
      case $(($(date +%s%N) - BEGAN < 500000000)) in
        1) echo '{ "status": "Running", "results": [] }' ;;
        *) echo '{ "status": "Complete", "results": [
             [{ "field": "@timestamp", "value": "2027-01-15 09:00:00.000" },
              { "field": "service", "value": "rollup" },
              { "field": "message", "value": "release.published" },
              { "field": "@ptr", "value": "a-pointer" }]] }' ;;
      esac ;;
    *) return 1 ;;
  esac
}
BEGAN=$(date +%s%N)
`;

const run = (commands: string) =>
  spawnSync('bash', ['-euo', 'pipefail'], { input: commands, encoding: 'utf8', timeout: 20_000 });

describe('what belongs together', () => {
  test('is begun, waited for, and printed', () => {
    const [block] = shellBlocks(page);
    const { stdout, stderr } = run(`${AWS}${block?.commands}`);
    expect(stdout).toBe('Complete\n2027-01-15 09:00:00.000  rollup  release.published\n');
    const [first, ...others] = stderr.trim().split('\n');
    expect(first).toBe('start-query');
    expect(others.length).toBeGreaterThan(1);
    expect(new Set(others)).toEqual(new Set(['get-query-results']));
  });

  test('is not waited for where it cannot be asked for', () => {
    const [block] = shellBlocks(page);
    const { status, signal } = run(`aws() { return 1; }\nset +e\n${block?.commands}`);
    expect(signal).toBeNull();
    expect(status).not.toBeNull();
  });
});
