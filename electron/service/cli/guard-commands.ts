import { resolve } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { CallInput } from '../../../shared/contract';
import type { GuardReport } from '../../../shared/model/guard';
import { guardTexts } from '../../../shared/messages/ui/guard';
import { done, messageOf, someFailed, type Run, type Runner } from './output';

type Scope = CallInput<'guard.check'>['scope'];

export const guardCommands: Readonly<Record<'guard', Runner>> = {
  guard: async (run) => {
    const { values } = run.line;
    const scope: Scope =
      values.length === 0 ? { kind: 'library' } : { kind: 'paths', paths: values.map((path) => resolve(path)) };
    const report = await run.service.call('guard.check', { job: 'cli', scope });
    run.print(report, () => reportText(report));
    return report.stops === 0 ? done : someFailed;
  },
};

/** Does what shares something; when the guard stops it, what it found is printed, as JSON for whoever asks for that. */
export async function unlessStopped(run: Run, scope: Scope, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('guard-')) throw error;
    const report = await run.service.call('guard.check', { job: 'cli', scope });
    const message = messageOf(error.code, error.params);
    run.print({ error: { code: error.code, message }, ...report }, () => `${reportText(report)}\n${message}`);
    return someFailed;
  }
}

/** `--despite REASON`, as calls take it. */
export function despite({ line }: Run): { readonly despite?: string } {
  const { despite } = line.options;
  return despite === null ? {} : { despite: despite };
}

function reportText({ documents, checked, stops }: GuardReport): string {
  const lines = documents.flatMap(({ item, title, hits, more, unread }) => [
    `${item ?? title}${item === null ? '' : `  ${title}`}`,
    ...hits.map(({ kind, reason, field, page, line, cell, match, notice }) => {
      const where = [field ?? `p. ${page ?? 1}`, cell === null ? `${line}` : `${cell.row}:${cell.column}`].join(', ');
      return `  ${notice ? '·' : '!'} ${guardTexts[kind].nl} (${where}): ${guardTexts[reason].nl}  ${JSON.stringify(match.slice(0, 60))}`;
    }),
    ...(more > 0 ? [`  + ${more}`] : []),
    ...(unread === null
      ? []
      : [`  ? ${unread.code === 'scan' ? guardTexts.unreadScan.nl : messageOf(unread.code, unread.params)}`]),
  ]);
  return [...lines, `${checked} checked, ${stops} findings`].join('\n');
}
