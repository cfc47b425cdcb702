import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importBench } from './import-bench';
import { isMissed, table, type Bench, type BenchContext, type Row } from './measure';
import { memoryBench } from './memory-bench';
import { mixedBench } from './mixed-bench';
import { startBench } from './start-bench';
import { syncChangeBench } from './sync-change-bench';
import { syncClosedBench } from './sync-closed-bench';
import { syncFilesBench } from './sync-files-bench';
import { syncFolderBench } from './sync-folder-bench';
import { syncOpenBench } from './sync-open-bench';
import { syncWebdavBench } from './sync-webdav-bench';
import { typingBench } from './typing-bench';
import { windowBench } from './window-bench';

const benches: Readonly<Record<string, Bench>> = {
  import: importBench,
  mixed: mixedBench,
  typing: typingBench,
  memory: memoryBench,
  'sync-folder': syncFolderBench,
  'sync-webdav': syncWebdavBench,
  'sync-files': syncFilesBench,
  'sync-change': syncChangeBench,
  'sync-open': syncOpenBench,
  'sync-closed': syncClosedBench,
  start: startBench,
  window: windowBench,
};

/** Runs the benchmarks whose name holds one of the words given, or all; one Markdown table on stdout. Exit code 1: a goal was missed. */
async function main(args: readonly string[]): Promise<number> {
  const quick = args.includes('--quick');
  const wanted = args.filter((arg) => !arg.startsWith('-'));
  const runs = Number(args.find((arg) => arg.startsWith('--runs='))?.slice('--runs='.length) ?? (quick ? 1 : 5));
  const folder = resolve('.cache/bench');
  const runFolder = join(folder, `run-${process.pid}`);
  const context: BenchContext = {
    quick,
    runs,
    folder,
    runFolder,
    built: __dirname,
    peers: process.env['PEERS'] ?? null,
    say: (text) => console.error(text),
  };
  const rows: Row[] = [];
  try {
    for (const [name, bench] of Object.entries(benches)) {
      if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
      const found = await bench(context);
      rows.push(...found);
      console.error(`\n${table(found)}\n`);
    }
  } finally {
    rmSync(runFolder, { recursive: true, force: true });
  }
  if (rows.length === 0) {
    console.error(`No benchmark of that name; there are: ${Object.keys(benches).join(', ')}.`);
    return 2;
  }
  console.log(table(rows));
  writeFileSync(join(folder, 'last.json'), JSON.stringify(rows, null, 1));
  return rows.some(isMissed) ? 1 : 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
