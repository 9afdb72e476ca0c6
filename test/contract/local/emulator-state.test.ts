import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findEmulator, obtainEmulator } from '../../../local/emulator/obtain-emulator.ts';
import { type Places, placesIn } from '../../../local/places.ts';
import { findFreePort } from '../../../local/ports.ts';

let directory: string;
let places: Places;

const start = async () =>
  obtainEmulator(await findEmulator({}), { port: await findFreePort(), places });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'groundswell-emulator-'));
  places = placesIn(join(directory, 'run'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe.skipIf(process.env.GROUNDSWELL_AWS_ENDPOINT)('an emulator of our own', () => {
  test('once started, has forgotten how far streams were read, and nothing else', async () => {
    await mkdir(places.state, { recursive: true });
    const file = join(places.state, 'lambda.json');
    const payload = { esms: {}, dynamodb_stream_positions: { mapping: 17 } };
    await writeFile(file, JSON.stringify({ __ministack_format__: 2, payload }));
    const emulator = await start();
    const kept = JSON.parse(await readFile(file, 'utf8'));
    await emulator.stop();
    expect(kept).toEqual({ __ministack_format__: 2, payload: { esms: {} } });
  });

  test('is refused a state that another one uses', { timeout: 60_000 }, async () => {
    const emulator = await start();
    await expect(start()).rejects.toThrow('Another run uses the same state.');
    await emulator.stop();
  });

  test('once stopped, has ended and written what it held', async () => {
    const emulator = await start();
    await emulator.stop();
    await emulator.ended;
    expect(JSON.parse(await readFile(join(places.state, 'scheduler.json'), 'utf8'))).toBeDefined();
    await expect(fetch(emulator.endpoint)).rejects.toThrow();
  });
});
