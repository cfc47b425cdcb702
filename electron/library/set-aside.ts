import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DeviceId } from '../../shared/base/ids';
import { namesIn } from './files';
import type { Problem, ProblemCode } from './problem';

/** Where what went wrong goes: reported once, and the damaged file kept where nothing reads it. */
export interface ProblemDesk {
  /** The same problem with the same file is told once, and once more when it has been mended. */
  report(problem: Problem): void;
  /** Moves a damaged file out of the way and reports it. `file` is its path inside the library folder. */
  setAside(code: ProblemCode, file: string, device?: DeviceId): Promise<void>;
  /** Removes for good what was moved aside from a folder, inside the library folder, where its first name says so. */
  discard(folder: string, holds: (name: string) => boolean): Promise<void>;
  readonly problems: readonly Problem[];
}

const setAsideFolder = 'set-aside';

export function openProblemDesk(libraryFolder: string, tell: (problem: Problem) => void): ProblemDesk {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    const known = problems.findIndex(({ code, file }) => code === problem.code && file === problem.file);
    if (known >= 0 && (problem.mended !== true || problems[known]?.mended === true)) return;
    if (known >= 0) problems[known] = { ...problems[known], ...problem };
    else problems.push(problem);
    tell(problem);
  };
  return {
    problems,
    report,
    setAside: async (code, file, device) => {
      const keptAt = await moveAside(libraryFolder, file);
      report({ code, file, keptAt, ...(device === undefined ? {} : { device }) });
    },
    discard: async (folder, holds) => {
      const aside = join(libraryFolder, setAsideFolder, folder);
      for (const name of await namesIn(aside)) if (holds(name)) await rm(join(aside, name), { force: true });
    },
  };
}

/** Moves a file or folder to where nothing reads it; gives its new path inside the library folder. */
export async function moveAside(libraryFolder: string, file: string): Promise<string> {
  const keptAt = freeName(libraryFolder, `${setAsideFolder}/${file}`);
  await mkdir(dirname(join(libraryFolder, keptAt)), { recursive: true });
  await rename(join(libraryFolder, file), join(libraryFolder, keptAt));
  return keptAt;
}

/** True when something from this place was moved aside. */
export function wasMovedAside(libraryFolder: string, file: string): boolean {
  return existsSync(join(libraryFolder, `${setAsideFolder}/${file}`));
}

function freeName(folder: string, wanted: string): string {
  let name = wanted;
  for (let i = 2; existsSync(join(folder, name)); i += 1) name = `${wanted}.${i}`;
  return name;
}
