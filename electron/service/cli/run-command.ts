import { accessCommands } from './access-commands';
import { backupCommands } from './backup-commands';
import type { CommandName } from './commands';
import { guardCommands } from './guard-commands';
import { itemCommands } from './item-commands';
import { libraryCommands } from './library-commands';
import type { Run, Runner } from './output';
import { packageCommands } from './package-commands';
import { recoveryCommands } from './recovery-commands';
import { spaceCommands } from './space-commands';
import { syncCommands } from './sync-commands';

const runners: Readonly<Record<CommandName, Runner>> = {
  ...itemCommands,
  ...libraryCommands,
  ...spaceCommands,
  ...accessCommands,
  ...syncCommands,
  ...backupCommands,
  ...guardCommands,
  ...packageCommands,
  ...recoveryCommands,
};

/** Does one command and prints what came of it. Gives the exit code. */
export function runCommand(run: Run): Promise<number> {
  return runners[run.line.command](run);
}
