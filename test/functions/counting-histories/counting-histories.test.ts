import { expect, test } from 'vitest';
import { type HistoryReport, runHistory } from './history.ts';

/** `HISTORIES=10000` runs as many; `HISTORY=17` runs the seventeenth alone. */
const { HISTORIES = '1000', HISTORY } = process.env;
const seeds = HISTORY
  ? [Number(HISTORY)]
  : Array.from({ length: Number(HISTORIES) }, (_, at) => at + 1);

const sumOf = (reports: readonly HistoryReport[], of: keyof Omit<HistoryReport, 'faults'>) =>
  reports.reduce((sum, report) => sum + report[of], 0);

test(`after ${seeds.length} histories of requests, duplicates, losses, deaths and sweeps, each tally is the truth`, async () => {
  const reports: HistoryReport[] = [];
  const faults: string[] = [];
  for (const seed of seeds) {
    const report = await runHistory(seed);
    reports.push(report);
    faults.push(...report.faults.map((fault) => `history ${seed}: ${fault}`));
  }
  console.log(
    `${reports.length} histories: ${sumOf(reports, 'steps')} steps, ` +
      `${sumOf(reports, 'duplicates')} duplicates, ${sumOf(reports, 'lost')} records lost, ` +
      `${sumOf(reports, 'setAside')} changes of what is set aside, ` +
      `${sumOf(reports, 'deaths')} deaths, ${sumOf(reports, 'drifts')} drifts repaired`,
  );
  expect(faults).toEqual([]);
}, 600_000);
