import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { percentile } from './percentiles.ts';

interface Measured {
  readonly seconds: number;
  readonly bytes: number;
  readonly extraBytes: number;
}

const rounds = 3;

/** Runs one writer in a process of its own, so that neither inherits the other's memory. */
const run = (writer: 'lianxin' | 'library'): Measured => {
  const program = join(import.meta.dirname, 'ledger-writers.ts');
  const printed = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', program, writer], {
    encoding: 'utf8',
  });
  return JSON.parse(printed);
};

const measure = (writer: 'lianxin' | 'library'): Measured => {
  const runs = Array.from({ length: rounds }, () => run(writer));
  return {
    seconds: percentile(
      runs.map(({ seconds }) => seconds),
      0.5,
    ),
    bytes: runs[0]?.bytes ?? 0,
    extraBytes: percentile(
      runs.map(({ extraBytes }) => extraBytes),
      0.5,
    ),
  };
};

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
const tell = (name: string, { seconds, bytes, extraBytes }: Measured): void =>
  console.log(`${name} ${seconds.toFixed(2)} s, file ${megabytes(bytes)}, extra memory ${megabytes(extraBytes)}`);

const library = measure('library');
const lianxin = measure('lianxin');
console.log(`a resident ledger of 100,000 rows and 29 columns, median of ${rounds}`);
tell('workbook library alone ', library);
tell('Lianxin, streamed      ', lianxin);
console.log(
  `ratio: time ${(lianxin.seconds / library.seconds).toFixed(2)} (aim: < 1.5), extra memory ${megabytes(lianxin.extraBytes)} (aim: < 150 MB)`,
);
